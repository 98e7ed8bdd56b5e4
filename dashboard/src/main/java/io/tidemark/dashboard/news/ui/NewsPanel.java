package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The newest stories, of the symbol on the chart or of all, and how old the newest of them is. */
public final class NewsPanel extends Section {
    /** News come in their own time: minutes without any are no fault. */
    static final DashboardSettings.Freshness FRESHNESS =
            new DashboardSettings.Freshness(Duration.ofMinutes(15), Duration.ofHours(2));

    /** What a reader does here. */
    public interface Choices {
        /** A story's symbol was chosen. */
        void symbol(String symbol);

        /** A story is wanted in detail. */
        void story(NewsItem story);

        /** Other stories were chosen. */
        void news(NewsChoice choice);
    }

    private final DataAge state;
    private final Button ofSymbol;
    private final Button everything;
    private final Button relevantOnly;
    private final StoryList list;
    private final Paragraph message = new Paragraph();
    private NewsChoice chosen = NewsChoice.USUAL;

    /** Makes a panel that shows nothing yet. */
    public NewsPanel(Choices choices, InstantSource clock) {
        addClassNames("panel", "news");
        setId("news");
        setAriaLabel(Texts.of("view.news"));
        state = DataAge.state(clock, FRESHNESS);
        state.setId("news-state");
        ofSymbol = toggle("news-symbol", () -> choices.news(chosen.withEverything(false)));
        everything = toggle("news-all", () -> choices.news(chosen.withEverything(true)));
        everything.setText(Texts.of("news.all"));
        relevantOnly = toggle("news-relevant", () -> choices.news(chosen.withRelevantOnly(!chosen.relevantOnly())));
        relevantOnly.setText(Texts.of("news.relevant.short"));
        relevantOnly.setAriaLabel(Texts.of("news.relevant"));
        relevantOnly.setTooltipText(Texts.of("news.relevant"));
        list = new StoryList(Texts.of("news.list"), choices::symbol, choices::story);
        list.setId("news-list");
        message.setId("news-message");
        add(head(), list, message);
    }

    private Div head() {
        H2 title = new H2(Texts.of("view.news"));
        title.addClassName("panel-title");
        Div scope = new Div(ofSymbol, everything);
        scope.addClassName("scope");
        scope.getElement().setAttribute("role", "group").setAttribute("aria-label", Texts.of("news.scope"));
        Div head = new Div(title, state, scope, relevantOnly);
        head.addClassName("panel-head");
        return head;
    }

    private static Button toggle(String id, Runnable onClick) {
        Button button = new Button("", event -> onClick.run());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** Shows what there is for this symbol and choice; rows are sent again only when they are other rows. */
    public void show(NewsSnapshot snapshot, String symbol, NewsChoice choice) {
        chosen = choice;
        state.setOffline(snapshot.status() instanceof FeedStatus.Away);
        state.setSince(snapshot.lastHeard());
        QuietText.set(ofSymbol, symbol.isEmpty() ? Texts.of("news.symbol") : symbol);
        press(ofSymbol, !choice.everything());
        press(everything, choice.everything());
        press(relevantOnly, choice.relevantOnly());
        List<NewsItem> wanted = choice.filter(symbol).of(snapshot.items());
        list.show(wanted);
        // Over the list, which stays: one that is hidden at first never learns of its rows.
        message.setVisible(wanted.isEmpty());
        QuietText.set(message, wanted.isEmpty() ? whyEmpty(snapshot, symbol, choice) : "");
    }

    private static void press(Button button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    private static String whyEmpty(NewsSnapshot snapshot, String symbol, NewsChoice choice) {
        if (snapshot.items().isEmpty()) {
            return switch (snapshot.status()) {
                case FeedStatus.Starting starting -> Texts.of("panel.reading");
                case FeedStatus.Away away -> Texts.of("panel.away");
                case FeedStatus.Current current -> Texts.of("news.empty");
            };
        }
        int others = new NewsChoice(choice.everything(), false)
                .filter(symbol)
                .of(snapshot.items())
                .size();
        if (others > 0) {
            return others == 1 ? Texts.of("news.filtered.one") : Texts.of("news.filtered", Integer.toString(others));
        }
        String key = snapshot.items().size() >= NewsFeed.MOST_ITEMS ? "news.none.newest" : "news.none.all";
        return Texts.of(key, Integer.toString(snapshot.items().size()), symbol);
    }
}
