package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.Trend;
import io.tidemark.dashboard.news.ui.AlertBell;
import io.tidemark.dashboard.news.ui.NewsChoice;
import io.tidemark.dashboard.news.ui.PulsePanel;
import io.tidemark.dashboard.news.ui.StoryList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The news beside the chart, and the bell. */
class MarketNewsTest extends MarketPage {
    private List<String> headlines() {
        return find(StoryList.class).single().shown().stream()
                .map(NewsItem::headline)
                .toList();
    }

    @Test
    void news_are_those_of_the_symbol_on_the_chart_and_come_by_themselves() {
        news.tells("of SPY", "SPY", 0.8, 0.3).tells("of IBM", "IBM", 0.8, -0.3);
        open(Map.of("symbol", "IBM"));
        assertThat(headlines()).containsExactly("of IBM");

        news.tells("more of IBM", "IBM", 0.3, 0);
        settle();
        assertThat(headlines()).containsExactly("more of IBM", "of IBM");

        open(Map.of("symbol", "SPY"));
        assertThat(headlines()).containsExactly("of SPY");
    }

    @Test
    void all_news_or_only_relevant_ones_are_a_choice_that_the_link_keeps() {
        news.tells("of SPY", "SPY", 0.8, 0.3).tells("mentions IBM", "IBM", 0.2, -0.3);
        open(Map.of("symbol", "IBM"));

        test(part(Button.class, "news-all")).click();
        settle();
        assertThat(headlines()).containsExactly("mentions IBM", "of SPY");

        test(part(Button.class, "news-relevant")).click();
        settle();
        assertThat(headlines()).containsExactly("of SPY");
        assertThat(address().news()).isEqualTo(new NewsChoice(true, true));

        test(part(Button.class, "news-symbol")).click();
        settle();
        assertThat(headlines()).isEmpty();
        assertThat(text(Paragraph.class, "news-message")).startsWith("The one story has a relevance below 50%.");
    }

    @Test
    void the_watchlist_marks_the_symbols_that_stories_were_about_lately() {
        news.tells("of SPY", "SPY", 0.8, 0.3)
                .tells("more of SPY", "SPY", 0.9, 0)
                .tells("mentions IBM", "IBM", 0.2, 0);
        open(Map.of("symbol", "IBM"));

        WatchlistPanel watchlist = find(WatchlistPanel.class).single();
        assertThat(watchlist.storiesOf("SPY")).isEqualTo(2);
        assertThat(watchlist.storiesOf("IBM")).isZero();
    }

    @Test
    void a_page_without_news_says_what_is_awaited() {
        open(Map.of("symbol", "IBM"));
        assertThat(text(Paragraph.class, "news-message")).startsWith("No story has arrived yet.");

        news.tells("of SPY", "SPY", 0.8, 0.3);
        settle();
        assertThat(text(Paragraph.class, "news-message")).isEqualTo("None of the 1 stories is about IBM.");
    }

    @Test
    void alerts_are_counted_until_they_have_been_looked_at() {
        Alert burst = new Alert("1", "news-burst", Alert.Severity.WARNING, "IBM", NOW, "12 stories in 5 minutes");
        news.shows(new NewsBoard(List.of(burst), List.of(new Trend("rate cut", 7, 4.2)), List.of()));
        open(Map.of("symbol", "IBM"));
        AlertBell bell = find(AlertBell.class).single();
        assertThat(bell.getElement().getTextRecursively()).contains("Alerts, 1 new", "news burst", "12 stories");

        bell.setOpen(true);
        ComponentUtil.fireEvent(bell, new NativeDetails.ToggleEvent(bell, true));
        assertThat(bell.getElement().getTextRecursively()).doesNotContain("1 new");
        assertThat(find(PulsePanel.class).single().getElement().getTextRecursively())
                .contains("rate cut");
    }
}
