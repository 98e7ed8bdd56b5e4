package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.tidemark.dashboard.news.NewsItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stories one under the other; rows are sent again only when they are other rows. */
@JsModule("./news/news-item.ts")
final class StoryList extends VirtualList<NewsItem> {
    /** While rows are on their way, the list shows rows without a story. */
    private static final String ROW = """
            <tide-news-item
              .story=${item.story ? JSON.parse(item.story) : null}
              @symbol-chosen=${(e) => choose(e.detail)}
            ></tide-news-item>""";

    private final List<NewsItem> items = new ArrayList<>();
    private final ListDataProvider<NewsItem> rows = new ListDataProvider<>(items);

    /** Makes an empty list that tells of a symbol which is chosen in it. */
    StoryList(String label, Consumer<String> onSymbol) {
        setDataProvider(rows);
        setId("news-list");
        getElement().setAttribute("tabindex", "0").setAttribute("aria-label", label);
        setRenderer(LitRenderer.<NewsItem>of(ROW)
                .withProperty("story", Story::json)
                .withFunction(
                        "choose",
                        (item, symbol) -> onSymbol.accept(symbol.get(0).asString())));
    }

    void show(List<NewsItem> wanted) {
        if (!wanted.equals(items)) {
            items.clear();
            items.addAll(wanted);
            rows.refreshAll();
        }
    }
}
