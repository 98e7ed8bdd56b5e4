package io.tidemark.dashboard.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The symbols that are drawn beside the one of the chart: a list to add from, and a button each to take away. */
final class CompareBar extends Div {
    private final Choice more;
    private final Consumer<String> onRemoved;
    private final Div chosen = new Div();
    private List<String> shown = List.of();
    private Map<String, String> offered = Map.of();

    CompareBar(Consumer<String> onAdded, Consumer<String> onRemoved) {
        this.onRemoved = onRemoved;
        addClassName("compare");
        more = new Choice(Texts.of("compare.add"), onAdded.andThen(symbol -> offer()));
        more.setId("compare");
        chosen.addClassName("compared");
        add(chosen, more);
    }

    /** Offers all symbols but that of the chart and those that are compared already. */
    void show(List<String> symbols, String drawn, List<String> compared) {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("", Texts.of("compare.none"));
        symbols.stream()
                .filter(symbol -> !symbol.equals(drawn) && !compared.contains(symbol))
                .forEach(symbol -> others.put(symbol, symbol));
        offered = others;
        offer();
        if (!compared.equals(shown)) {
            shown = compared;
            chosen.removeAll();
            compared.forEach(symbol -> chosen.add(chip(symbol)));
        }
    }

    /** What was added is a chip from now on; the list goes back to its invitation. */
    private void offer() {
        more.show(offered, "");
    }

    private Button chip(String symbol) {
        Button chip = new Button(symbol + " \u00d7", event -> onRemoved.accept(symbol));
        chip.setId("compared-" + symbol);
        chip.addClassName("line-" + (shown.indexOf(symbol) % ChartChoice.MOST_COMPARED + 1));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.setAriaLabel(Texts.of("compare.remove", symbol));
        return chip;
    }
}
