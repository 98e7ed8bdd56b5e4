package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.tidemark.dashboard.news.Mood;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsQuery;
import io.tidemark.dashboard.news.SymbolLink;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is looked for among the stories; the lists offer what there is. */
final class NewsFilters extends Div {
    private static final int TYPING_PAUSE_MS = 300;

    private final TextField text = new TextField();
    private final Choice symbol;
    private final Choice source;
    private final Choice category;
    private final Choice mood;
    private final Button relevant;
    private NewsQuery shown = NewsQuery.ALL;

    NewsFilters(Consumer<NewsQuery> onQuery) {
        addClassName("view-bar");
        H2 title = new H2(Texts.of("view.news"));
        title.addClassName("view-title");
        text.setId("news-text");
        text.setPlaceholder(Texts.of("news.text"));
        text.setAriaLabel(Texts.of("news.text"));
        text.setClearButtonVisible(true);
        text.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MS);
        text.addValueChangeListener(event -> {
            if (!event.getValue().strip().equals(shown.text())) {
                onQuery.accept(query(shown.symbol(), shown.source(), shown.category(), event.getValue()));
            }
        });
        Shortcuts.addShortcutListener(this, event -> text.focus(), Key.of("/"));
        symbol =
                choice("symbol", value -> onQuery.accept(query(value, shown.source(), shown.category(), shown.text())));
        source =
                choice("source", value -> onQuery.accept(query(shown.symbol(), value, shown.category(), shown.text())));
        category =
                choice("category", value -> onQuery.accept(query(shown.symbol(), shown.source(), value, shown.text())));
        mood = choice(
                "mood",
                value -> onQuery.accept(new NewsQuery(
                        shown.symbol(),
                        shown.source(),
                        shown.category(),
                        NewsAddress.moodOf(value),
                        shown.relevantOnly(),
                        shown.text())));
        relevant = new Button(
                "\u2265 50%",
                event -> onQuery.accept(new NewsQuery(
                        shown.symbol(),
                        shown.source(),
                        shown.category(),
                        shown.mood(),
                        !shown.relevantOnly(),
                        shown.text())));
        relevant.setId("news-relevant");
        relevant.addThemeVariants(ButtonVariant.LUMO_SMALL);
        relevant.setAriaLabel(Texts.of("news.relevant"));
        add(title, text, symbol, source, category, mood, relevant);
    }

    private static Choice choice(String name, Consumer<String> onChoice) {
        Choice choice = new Choice(Texts.of("news." + name), onChoice);
        choice.setId("news-" + name);
        return choice;
    }

    private NewsQuery query(String ofSymbol, String ofSource, String ofCategory, String withText) {
        return new NewsQuery(ofSymbol, ofSource, ofCategory, shown.mood(), shown.relevantOnly(), withText);
    }

    /** Shows what is asked for, and offers what the stories have. */
    void show(NewsQuery query, List<NewsItem> items) {
        shown = query;
        if (!text.getValue().strip().equals(query.text())) {
            text.setValue(query.text());
        }
        offer(
                symbol,
                "symbol",
                items.stream().flatMap(item -> item.links().stream()).map(SymbolLink::symbol),
                query.symbol());
        offer(source, "source", items.stream().map(NewsItem::source), query.source());
        offer(category, "category", items.stream().map(NewsItem::category), query.category());
        Map<String, String> moods = new LinkedHashMap<>();
        moods.put("", Texts.of("news.mood.any"));
        Arrays.stream(Mood.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .forEach(each -> moods.put(each, Texts.of("news.mood." + each)));
        mood.show(
                moods,
                query.mood().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(""));
        relevant.getElement().setAttribute("aria-pressed", Boolean.toString(query.relevantOnly()));
    }

    /** What is asked for is offered, too, when no story has it any more. */
    private static void offer(Choice choice, String name, Stream<String> values, String chosen) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", Texts.of("news." + name + ".any"));
        Stream.concat(values, Stream.of(chosen))
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .forEach(value -> options.put(value, value));
        choice.show(options, chosen);
    }
}
