package io.tidemark.dashboard.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.Toggles;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a reader chooses of the chart: how prices are drawn, over which span, with which studies and beside which symbols. */
final class ChartTools extends Div {
    private final Toggles kinds;
    private final Toggles ranges;
    private final Map<ChartStudy, Button> studies = new EnumMap<>(ChartStudy.class);
    private final CompareBar compare;
    private ChartChoice chosen = ChartChoice.USUAL;

    /** Makes tools that tell of each new choice. */
    ChartTools(Consumer<ChartChoice> onChoice) {
        addClassName("chart-tools");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", Texts.of("chart.tools"))
                .setAttribute("tabindex", "0");
        kinds = new Toggles(
                "kind",
                Texts.of("chart.kinds"),
                labels(ChartKind.values(), ChartKind::code, "kind."),
                code -> onChoice.accept(chosen.with(ChartKind.of(code))));
        ranges = new Toggles(
                "range",
                Texts.of("chart.ranges"),
                labels(
                        Arrays.stream(ChartRange.values())
                                .filter(range -> range != ChartRange.USUAL)
                                .toArray(ChartRange[]::new),
                        ChartRange::code,
                        "range."),
                code -> onChoice.accept(chosen.with(pressed(ChartRange.of(code)))));
        compare = new CompareBar(
                symbol -> onChoice.accept(chosen.comparedWith(symbol)),
                symbol -> onChoice.accept(chosen.without(symbol)));
        add(kinds, ranges, studyButtons(onChoice), compare);
    }

    private static <T> Map<String, String> labels(T[] values, Function<T, String> code, String key) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(code.apply(value), Texts.of(key + code.apply(value)));
        }
        return labels;
    }

    /** A second press lets go. */
    private ChartRange pressed(ChartRange range) {
        return range == chosen.range() ? ChartRange.USUAL : range;
    }

    private Div studyButtons(Consumer<ChartChoice> onChoice) {
        Div group = new Div();
        group.addClassName("scope");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("chart.studies"));
        for (ChartStudy study : ChartStudy.values()) {
            Button button = new Button(study.label(), event -> onChoice.accept(chosen.toggled(study)));
            button.setId("study-" + study.code());
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            studies.put(study, button);
            group.add(button);
        }
        return group;
    }

    /** Marks what is chosen, and offers the other symbols to compare with. */
    void show(ChartChoice choice, String symbol, List<String> symbols) {
        chosen = choice;
        kinds.press(choice.kind().code());
        ranges.press(choice.range().code());
        studies.forEach((study, button) -> button.getElement()
                .setAttribute("aria-pressed", Boolean.toString(choice.studies().contains(study))));
        compare.show(symbols, symbol, choice.compared());
    }
}
