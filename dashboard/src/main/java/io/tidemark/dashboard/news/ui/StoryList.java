package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.tidemark.dashboard.news.NewsItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stories one under the other, the newest so many of those that are wanted; more when the reader comes near the end. A
 * row belongs to its story: an arrival costs its own story and the order of the rows, and no row is without its text.
 * (Vaadin's virtual list tells the browser the number of rows before what is in them, and lets it ask for the rest.)
 */
@Tag("tide-news-list")
@JsModule("./news/news-list.ts")
public final class StoryList extends Component {
    /** Rows at first, and how many more each time: several screens of them. */
    static final int STEP = 50;

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Identity(String feed, String id) {
        static Identity of(NewsItem item) {
            return new Identity(item.feed(), item.id());
        }
    }

    /** A row that the browser has. */
    private record Row(int key, Story story) {}

    /** What brings the browser's rows to what they shall be. */
    private record Frame(List<Integer> order, Map<Integer, Story> stories, boolean more) {}

    private Map<Identity, Row> rows = Map.of();
    private List<NewsItem> wanted = List.of();
    private int most = STEP;
    private int nextKey = 1;

    /** A symbol was chosen in a story. */
    @DomEvent("symbol-chosen")
    public static final class SymbolChosen extends ComponentEvent<StoryList> {
        private final String symbol;

        public SymbolChosen(StoryList source, boolean fromClient, @EventData("event.detail") String symbol) {
            super(source, fromClient);
            this.symbol = symbol;
        }
    }

    /** The details of a story are wanted. */
    @DomEvent("story-chosen")
    public static final class StoryChosen extends ComponentEvent<StoryList> {
        private final int key;

        public StoryChosen(StoryList source, boolean fromClient, @EventData("event.detail") int key) {
            super(source, fromClient);
            this.key = key;
        }
    }

    /** The reader comes near the last row. */
    @DomEvent("older-wanted")
    public static final class OlderWanted extends ComponentEvent<StoryList> {
        public OlderWanted(StoryList source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Makes an empty list that tells of a symbol and of a story which are chosen in it. */
    StoryList(String label, Consumer<String> onSymbol, Consumer<NewsItem> onStory) {
        getElement().setAttribute("tabindex", "0").setAttribute("role", "list").setAttribute("aria-label", label);
        addListener(SymbolChosen.class, event -> onSymbol.accept(event.symbol));
        addListener(StoryChosen.class, event -> storyOf(event.key).ifPresent(onStory));
        addListener(OlderWanted.class, event -> showMore());
    }

    /** Shows these, newest first. */
    void show(List<NewsItem> items) {
        if (!items.equals(wanted)) {
            wanted = items;
            if (items.stream().map(Identity::of).noneMatch(rows::containsKey)) {
                most = STEP;
            }
            send();
        }
    }

    /** What there are rows for. */
    public List<NewsItem> shown() {
        return wanted.subList(0, Math.min(most, wanted.size()));
    }

    /** None when the row is gone by the time that the browser's message comes. */
    private Optional<NewsItem> storyOf(int key) {
        return shown().stream()
                .filter(item -> {
                    Row row = rows.get(Identity.of(item));
                    return row != null && row.key() == key;
                })
                .findFirst();
    }

    private void showMore() {
        if (most < wanted.size()) {
            most += STEP;
            send();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        rows = Map.of();
        if (!wanted.isEmpty()) {
            send();
        }
    }

    private void send() {
        if (!isAttached()) {
            return;
        }
        Map<Identity, Row> next = new LinkedHashMap<>();
        Map<Integer, Story> unknown = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        for (NewsItem item : shown()) {
            Identity identity = Identity.of(item);
            Story story = Story.of(item);
            Row before = rows.get(identity);
            Row row = new Row(before == null ? nextKey++ : before.key(), story);
            if (!row.equals(before)) {
                unknown.put(row.key(), story);
            }
            next.put(identity, row);
            order.add(row.key());
        }
        rows = next;
        Frame frame = new Frame(order, unknown, wanted.size() > order.size());
        getElement().callJsFunction("show", JSON.writeValueAsString(frame));
    }
}
