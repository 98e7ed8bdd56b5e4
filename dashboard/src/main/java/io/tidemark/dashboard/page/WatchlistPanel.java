package io.tidemark.dashboard.page;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.Quote;
import io.tidemark.dashboard.preferences.Pins;
import io.tidemark.dashboard.widget.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The symbols, to sort, to search by keystroke and to choose from. A row is only a symbol to the server: its figures are
 * fed to the browser by one string a tick, and the rows are sent again only when symbols come or the order changes.
 */
final class WatchlistPanel extends Section {
    private final QuoteFrames frames;
    private final Consumer<String> onChoice;
    private final TextField search = new TextField();
    private final Grid<String> grid = new Grid<>();
    private final List<String> symbols = new ArrayList<>();
    private final GridListDataView<String> rows;
    private Overview shown = Overview.EMPTY;
    private @Nullable Overview sent;
    private List<String> order = List.of();
    private Optional<String> focused = Optional.empty();
    private String selected = "";
    private Map<String, Integer> stories = Map.of();
    private Pins pins = Pins.NONE;
    private Set<String> unhidden = Set.of();

    WatchlistPanel(QuoteFrames frames, Consumer<String> onChoice) {
        this.frames = frames;
        this.onChoice = onChoice;
        addClassNames("panel", "watchlist");
        H2 title = new H2(Texts.of("watchlist.title"));
        title.addClassName("panel-title");
        setAriaLabel(Texts.of("watchlist.title"));
        rows = grid.setItems(symbols);
        rows.setFilter(this::matches);
        configureSearch();
        configureGrid();
        add(title, search, grid);
    }

    private void configureSearch() {
        search.setId("search");
        search.setPlaceholder(Texts.of("watchlist.search"));
        Span key = new Span("/");
        key.addClassName("key-hint");
        key.getElement().setAttribute("aria-hidden", "true");
        search.setSuffixComponent(key);
        search.setAriaLabel(Texts.of("watchlist.search.label"));
        search.setClearButtonVisible(true);
        search.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(event -> {
            rows.refreshAll();
            grid.setEmptyStateText(Texts.of(symbols.isEmpty() ? "watchlist.empty" : "watchlist.none"));
        });
        search.addKeyPressListener(
                Key.ENTER, event -> rows.getItems().findFirst().ifPresent(onChoice));
        Shortcuts.addShortcutListener(this, event -> search.focus(), Key.of("/"));
    }

    private void configureGrid() {
        grid.setId("watchlist");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS, GridVariant.LUMO_COMPACT);
        grid.getElement().setAttribute("aria-label", Texts.of("watchlist.title"));
        grid.setEmptyStateText(Texts.of("watchlist.empty"));
        grid.addColumn(symbolRenderer())
                .setHeader(Texts.of("watchlist.symbol"))
                .setKey("symbol")
                .setComparator(Comparator.<String>naturalOrder())
                .setFlexGrow(1)
                .setWidth("94px");
        grid.addColumn(LitRenderer.<String>of("<tide-spark-line .symbol=${item.symbol}></tide-spark-line>")
                        .withProperty("symbol", symbol -> symbol))
                .setHeader(Texts.of("watchlist.spark"))
                .setKey("spark")
                .setFlexGrow(1)
                .setWidth("62px");
        grid.addColumn(quoteRenderer("last"))
                .setHeader(Texts.of("watchlist.last"))
                .setKey("last")
                .setComparator(by(Quote::last))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("88px");
        grid.addColumn(quoteRenderer("change"))
                .setHeader(Texts.of("watchlist.change"))
                .setKey("change")
                .setComparator(by(Quote::changePercent))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("88px");
        if (grid.getSelectionModel() instanceof GridSingleSelectionModel<String> single) {
            single.setDeselectAllowed(false);
        }
        grid.addSelectionListener(event -> event.getFirstSelectedItem()
                .filter(symbol -> !symbol.equals(selected))
                .ifPresent(onChoice));
        // Space selects the focused row by itself; Enter is what people press.
        grid.addCellFocusListener(event -> focused = event.getItem());
        grid.getElement()
                .addEventListener("keydown", event -> focused.ifPresent(onChoice))
                .setFilter("event.key === 'Enter'");
    }

    private LitRenderer<String> symbolRenderer() {
        return LitRenderer.<String>of(
                        "<span>${item.symbol}</span> <span class='news-badge' title=${item.label} role='img'"
                                + " aria-label=${item.label} ?hidden=${!item.stories}>${item.stories}</span>")
                .withProperty("symbol", symbol -> symbol)
                .withProperty("stories", symbol -> stories.getOrDefault(symbol, 0))
                .withProperty("label", this::storiesLabel);
    }

    private String storiesLabel(String symbol) {
        int count = stories.getOrDefault(symbol, 0);
        return count == 1 ? Texts.of("watchlist.stories.one") : Texts.of("watchlist.stories", Integer.toString(count));
    }

    /** Marks the symbols that stories were about lately, with their number. */
    void showStories(Map<String, Integer> counts) {
        Map<String, Integer> before = stories;
        stories = Map.copyOf(counts);
        symbols.stream()
                .filter(symbol -> !Objects.equals(before.get(symbol), stories.get(symbol)))
                .forEach(rows::refreshItem);
    }

    /** How many stories a symbol is marked with. */
    int storiesOf(String symbol) {
        return stories.getOrDefault(symbol, 0);
    }

    private static LitRenderer<String> quoteRenderer(String shows) {
        return LitRenderer.<String>of("<tide-quote .symbol=${item.symbol} .shows=${item.shows}></tide-quote>")
                .withProperty("symbol", symbol -> symbol)
                .withProperty("shows", symbol -> shows);
    }

    /** Symbols without the figure come first when ascending. */
    private Comparator<String> by(Function<Quote, @Nullable Double> figure) {
        return Comparator.comparing(
                (String symbol) -> shown.quote(symbol).map(figure).orElse(Double.NEGATIVE_INFINITY));
    }

    private boolean matches(String symbol) {
        String wanted = search.getValue().strip().toUpperCase(Locale.ROOT);
        // Who searches looks for what is hidden, too.
        return wanted.isEmpty() ? unhidden.contains(symbol) : symbol.contains(wanted);
    }

    /** Symbols in the order of the screen, without those that the search hides. */
    List<String> visibleSymbols() {
        return rows.getItems().toList();
    }

    /** What the reader wants first, and whether the others are wanted at all. */
    void prefer(Pins wanted) {
        pins = wanted;
        show(shown);
    }

    /** The symbol on top as long as nobody sorts; empty when there is none. */
    String first(Overview overview) {
        List<String> arranged = pins.arrange(symbolsOf(overview));
        return arranged.isEmpty() ? "" : arranged.getFirst();
    }

    private static List<String> symbolsOf(Overview overview) {
        return overview.quotes().stream().map(Quote::symbol).toList();
    }

    void show(Overview overview) {
        shown = overview;
        List<String> now = pins.arrange(symbolsOf(overview));
        Set<String> nowUnhidden = Set.copyOf(pins.visible(now));
        if (!now.equals(symbols) || !nowUnhidden.equals(unhidden)) {
            symbols.clear();
            symbols.addAll(now);
            unhidden = nowUnhidden;
            rows.refreshAll();
            // Where the page scrolls as a whole, the list is as long as it must be: see the style sheet.
            getStyle().set("--tide-rows", Integer.toString(unhidden.size()));
            order = visibleSymbols();
        } else if (!grid.getSortOrder().isEmpty()) {
            List<String> visible = visibleSymbols();
            if (!visible.equals(order)) {
                order = visible;
                rows.refreshAll();
            }
        }
        String frame = frames.between(sent, overview);
        sent = overview;
        if (!frame.isEmpty()) {
            getElement().executeJs("window.tidemarkQuotes($0)", frame);
        }
    }

    /** Marks the row of what is shown, if there is one. */
    void select(String symbol) {
        selected = symbol;
        if (symbols.contains(symbol)) {
            grid.select(symbol);
        } else {
            grid.deselectAll();
        }
    }
}
