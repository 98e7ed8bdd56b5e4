package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsHour;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsQuery;
import io.tidemark.dashboard.news.NewsSnapshot;
import io.tidemark.dashboard.preferences.Preferences;
import io.tidemark.dashboard.preferences.ui.PreferenceAware;
import io.tidemark.dashboard.preferences.ui.ReaderQuery;
import io.tidemark.dashboard.shell.Shell;
import io.tidemark.dashboard.widget.DataAge;
import io.tidemark.dashboard.widget.FeedListener;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.QuietText;
import io.tidemark.dashboard.widget.ReaderZone;
import io.tidemark.dashboard.widget.Texts;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The view of news. Its address says what is looked for, the feed's snapshots say what there is. */
@Route(value = "news", layout = Shell.class)
@PermitAll
public final class NewsView extends Div implements AfterNavigationObserver, HasDynamicTitle, PreferenceAware {
    /** Two days of hours. */
    private static final int MOST_HOURS = 48;

    private final NewsFeed feed;
    private final ReaderQuery query = new ReaderQuery();
    private final InstantSource clock;
    private final NewsFilters filters;
    private final DataAge state;
    private final Span count = new Span();
    private final StoryList list;
    private final Paragraph message = new Paragraph();
    private final NewsVolume volume;
    private final PulsePanel pulse = new PulsePanel();
    private final StoryWindow window;
    private NewsAddress address = NewsAddress.of(QueryParameters.empty());
    private NewsSnapshot snapshot = NewsSnapshot.STARTING;
    private @Nullable FeedListener<NewsSnapshot> listener;

    NewsView(NewsFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        filters = new NewsFilters(query -> go(address.with(query)));
        state = DataAge.state(clock, NewsPanel.FRESHNESS);
        state.setId("news-state");
        list = new StoryList(Texts.of("news.list"), this::choose, story -> go(address.withStory(story.key())));
        list.setId("news-list");
        volume = new NewsVolume(clock, table -> go(address.withTable(table)));
        addClassNames("view", "news-view");
        Main board = new Main(stories(), volume.panel(), pulse);
        board.addClassName("news-board");
        window = new StoryWindow(clock, this::choose, this::closed);
        add(filters, board, window.component());
    }

    private Section stories() {
        H2 title = new H2(Texts.of("news.stories"));
        title.addClassName("panel-title");
        count.setId("news-count");
        count.addClassName("panel-note");
        Div head = new Div(title, state, count);
        head.addClassName("panel-head");
        message.setId("news-message");
        Section section = new Section(head, list, message);
        section.addClassNames("panel", "news");
        section.setAriaLabel(Texts.of("news.stories"));
        return section;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query.at(event.getLocation().getQueryParameters());
        address = NewsAddress.of(query.inEffect());
        render();
    }

    @Override
    public void prefer(Preferences preferences) {
        query.prefer(preferences);
        address = NewsAddress.of(query.inEffect());
        render();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("view.news") + " \u00b7 Tidemark";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // Subscribe first, then look: a snapshot that comes in between is told twice rather than never.
        listener = new FeedListener<>(feed, event.getUI(), this::show);
        show(feed.current());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listener != null) {
            listener.close();
        }
    }

    private void show(NewsSnapshot now) {
        snapshot = now;
        render();
    }

    private void go(NewsAddress to) {
        UI.getCurrent().navigate(NewsView.class, query.leadingTo(to.toQuery()));
    }

    private void choose(String symbol) {
        NewsQuery now = address.query();
        go(address.withStory("")
                .with(new NewsQuery(symbol, now.source(), now.category(), now.mood(), now.relevantOnly(), now.text())));
    }

    private void render() {
        List<NewsItem> wanted = address.query().of(snapshot.items());
        filters.show(address.query(), snapshot.items());
        state.setOffline(snapshot.status() instanceof FeedStatus.Away);
        state.setSince(snapshot.lastHeard());
        QuietText.set(
                count,
                Texts.of(
                        "news.count",
                        Integer.toString(wanted.size()),
                        Integer.toString(snapshot.items().size())));
        list.show(wanted);
        message.setVisible(wanted.isEmpty());
        String whyEmpty = whyEmpty();
        QuietText.set(message, wanted.isEmpty() ? whyEmpty : "");
        Moments moments = Moments.in(ReaderZone.of(address.reader().zone()), clock.instant());
        volume.show(NewsHour.of(wanted, MOST_HOURS), snapshot.lastHeard(), whyEmpty, moments, address.table());
        pulse.show(snapshot.board());
        renderStory();
    }

    /** Opens what the address names, once it is known, and closes what it does not name any more. */
    private void renderStory() {
        String wanted = address.story();
        if (wanted.isEmpty()) {
            window.close();
        } else if (!wanted.equals(window.key())) {
            snapshot.items().stream()
                    .filter(item -> item.key().equals(wanted))
                    .findFirst()
                    .ifPresent(window::show);
        }
    }

    /** The reader has closed what the address still names. */
    private void closed(String key) {
        if (!key.isEmpty() && key.equals(address.story())) {
            go(address.withStory(""));
        }
    }

    private String whyEmpty() {
        if (!snapshot.items().isEmpty()) {
            return Texts.of("news.none");
        }
        return switch (snapshot.status()) {
            case FeedStatus.Starting starting -> Texts.of("panel.reading");
            case FeedStatus.Away away -> Texts.of("panel.away");
            case FeedStatus.Current current -> Texts.of("news.empty");
        };
    }
}
