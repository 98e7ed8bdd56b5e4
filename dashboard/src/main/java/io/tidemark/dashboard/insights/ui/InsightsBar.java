package io.tidemark.dashboard.insights.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.insights.PublishedDate;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which date the view is about, the way to the others, and how complete that date is. */
final class InsightsBar extends Div {
    private final Choice dates;
    private final Button earlier;
    private final Button later;
    private final Span coverage = new Span();
    private Optional<LocalDate> earlierDate = Optional.empty();
    private Optional<LocalDate> laterDate = Optional.empty();

    InsightsBar(Consumer<LocalDate> onDate) {
        addClassName("view-bar");
        H2 title = new H2(Texts.of("view.insights"));
        title.addClassName("view-title");
        dates = new Choice(Texts.of("insights.date"), value -> onDate.accept(LocalDate.parse(value)));
        dates.setId("date");
        earlier = step("earlier", "\u2039", () -> earlierDate.ifPresent(onDate));
        later = step("later", "\u203a", () -> laterDate.ifPresent(onDate));
        coverage.setId("coverage");
        coverage.addClassName("view-note");
        add(title, earlier, dates, later, coverage);
    }

    private static Button step(String id, String text, Runnable onClick) {
        Button button = new Button(text, event -> onClick.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(Texts.of("insights." + id));
        return button;
    }

    /** Shows the published dates, newest first, and the chosen one, which may be none of them. */
    void show(List<PublishedDate> published, Optional<LocalDate> chosen, Moments moments) {
        Map<String, String> values = new LinkedHashMap<>();
        chosen.filter(date -> published.stream().noneMatch(known -> known.date().equals(date)))
                .ifPresent(date -> values.put(date.toString(), Moments.date(date)));
        published.forEach(known -> values.put(known.date().toString(), Moments.date(known.date())));
        dates.show(values, chosen.map(LocalDate::toString).orElse(""));
        List<LocalDate> all = published.stream().map(PublishedDate::date).toList();
        earlierDate = chosen.flatMap(
                date -> all.stream().filter(other -> other.isBefore(date)).findFirst());
        laterDate = chosen.flatMap(date ->
                all.reversed().stream().filter(other -> other.isAfter(date)).findFirst());
        earlier.setEnabled(earlierDate.isPresent());
        later.setEnabled(laterDate.isPresent());
        QuietText.set(
                coverage,
                published.stream()
                        .filter(known -> chosen.isPresent() && known.date().equals(chosen.get()))
                        .map(known -> Texts.of(
                                "insights.coverage", moments.minute(known.coveredUntil()), Long.toString(known.run())))
                        .findFirst()
                        .orElse(""));
    }
}
