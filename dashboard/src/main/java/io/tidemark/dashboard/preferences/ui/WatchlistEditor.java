package io.tidemark.dashboard.preferences.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import io.tidemark.dashboard.widget.Toggles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pinned symbols in their order, to move and to take away, and a list of the others to pin. */
final class WatchlistEditor extends Div {
    private static final String BELOW = "below";
    private static final String HIDDEN = "hidden";

    private final PreferenceChoices choices;
    private final OrderedList list = new OrderedList();
    private final Paragraph note = new Paragraph();
    private final Span told = new Span();
    private final Choice more;
    private final Button pin = new Button(Texts.of("settings.watchlist.pin"), event -> pin());
    private final Toggles others;
    private Pins shown = Pins.NONE;

    WatchlistEditor(PreferenceChoices choices) {
        this.choices = choices;
        addClassName("pins");
        list.setId("pins");
        list.getElement().setAttribute("aria-label", Texts.of("settings.watchlist.pinned"));
        told.addClassName("for-ears");
        told.getElement().setAttribute("role", "status");
        // Choosing alone must not pin: by keyboard, whoever walks through the list chooses all of it.
        more = new Choice(Texts.of("settings.watchlist.choose"), value -> {});
        more.setId("pin-symbol");
        pin.setId("pin");
        pin.addThemeVariants(ButtonVariant.LUMO_SMALL);
        others = new Toggles(
                "settings-others",
                Texts.of("settings.watchlist.others"),
                labels(),
                value -> choices.watchlist(pins -> pins.withOthersHidden(value.equals(HIDDEN))));
        Div adding = new Div(more, pin);
        Div rest = new Div(new Span(Texts.of("settings.watchlist.others")), others);
        adding.addClassName("pins-foot");
        rest.addClassName("pins-foot");
        add(note, list, adding, rest, told);
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(BELOW, Texts.of("settings.watchlist.below"));
        labels.put(HIDDEN, Texts.of("settings.watchlist.hidden"));
        return labels;
    }

    /** Shows what is pinned, and what of these symbols is not. */
    void show(Pins pins, List<String> symbols) {
        if (!pins.symbols().equals(shown.symbols())) {
            list.removeAll();
            pins.symbols().forEach(symbol -> list.add(row(symbol)));
        }
        shown = pins;
        Map<String, String> open = new LinkedHashMap<>();
        open.put("", Texts.of("settings.watchlist.choose"));
        symbols.stream().filter(symbol -> !pins.symbols().contains(symbol)).forEach(each -> open.put(each, each));
        more.show(open, open.containsKey(more.chosen()) ? more.chosen() : "");
        boolean room = open.size() > 1 && !pins.full();
        more.setVisible(room);
        pin.setVisible(room);
        others.press(pins.othersHidden() ? HIDDEN : BELOW);
        QuietText.set(note, Texts.of(pins.symbols().isEmpty() ? "settings.watchlist.none" : "settings.watchlist.help"));
    }

    private void pin() {
        String symbol = more.chosen();
        if (!symbol.isEmpty()) {
            choices.watchlist(pins -> pins.with(symbol));
            QuietText.set(told, Texts.of("settings.watchlist.added", symbol));
        }
    }

    private ListItem row(String symbol) {
        Span name = new Span(symbol);
        name.addClassName("pin-name");
        ListItem row = new ListItem(
                name,
                button(symbol, "up", "\u2191", () -> move(symbol, -1)),
                button(symbol, "down", "\u2193", () -> move(symbol, 1)),
                button(symbol, "remove", "\u00d7", () -> remove(symbol)));
        row.addClassName("pin");
        return row;
    }

    private static Button button(String symbol, String what, String sign, Runnable onClick) {
        Button button = new Button(sign, event -> onClick.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(Texts.of("settings.watchlist." + what, symbol));
        button.addClassName(what);
        return button;
    }

    private void move(String symbol, int places) {
        choices.watchlist(pins -> pins.moved(symbol, places));
        int place = Math.clamp(
                (long) shown.symbols().indexOf(symbol) + places,
                0,
                shown.symbols().size() - 1);
        QuietText.set(
                told,
                Texts.of(
                        "settings.watchlist.moved",
                        symbol,
                        place + 1,
                        shown.symbols().size()));
        focus(place, places < 0 ? "up" : "down");
    }

    private void remove(String symbol) {
        int place = shown.symbols().indexOf(symbol);
        choices.watchlist(pins -> pins.without(symbol));
        QuietText.set(told, Texts.of("settings.watchlist.removed", symbol));
        focus(Math.min(place, shown.symbols().size() - 2), "remove");
    }

    /** The rows are others by the time that the browser hears of it, and the focus shall not be lost with the old ones. */
    private void focus(int place, String what) {
        list.getElement()
                .executeJs(
                        "setTimeout(() => (this.children[$0]?.querySelector('.' + $1)"
                                + " ?? this.parentElement.querySelector('select'))?.focus())",
                        place,
                        what);
    }
}
