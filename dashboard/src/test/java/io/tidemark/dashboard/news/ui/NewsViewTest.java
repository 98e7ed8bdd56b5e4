package io.tidemark.dashboard.news.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Csv;
import io.tidemark.dashboard.widget.Figure;
import io.tidemark.dashboard.widget.ModalDialog;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.SwitchedPush;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The view on stories that are what a test says; the feed looks on the test's own thread. */
@ViewPackages(classes = NewsView.class)
@ContextConfiguration(classes = FakeStories.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class NewsViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeNews news;

    @Autowired
    private NewsFeed feed;

    @BeforeEach
    void connect() {
        UI.getCurrent().getInternals().setPushConnection(new SwitchedPush());
    }

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate(NewsView.class, QueryParameters.simple(query));
        settle();
    }

    private void settle() {
        feed.poll();
        roundTrip();
    }

    private <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    private List<String> headlines() {
        return find(StoryList.class).single().shown().stream()
                .map(NewsItem::headline)
                .toList();
    }

    private Map<String, List<String>> parameters() {
        return UI.getCurrent()
                .getInternals()
                .getActiveViewLocation()
                .getQueryParameters()
                .getParameters();
    }

    private void tell() {
        news.tells("IBM wins", "IBM", 0.9, 0.5)
                .tells("IBM in brief", "IBM", 0.2, 0)
                .tells("SPY falls", "SPY", 0.8, -0.5);
    }

    @Test
    void all_stories_are_there_newest_first_and_counted() {
        tell();
        open(Map.of());

        assertThat(headlines()).containsExactly("SPY falls", "IBM in brief", "IBM wins");
        assertThat(part(Span.class, "news-count").getText()).isEqualTo("3 of 3");
    }

    @Test
    void a_link_opens_what_it_looks_for() {
        tell();
        open(Map.of("symbol", "ibm", "relevance", "high"));

        assertThat(headlines()).containsExactly("IBM wins");
        assertThat(part(Choice.class, "news-symbol").chosen()).isEqualTo("IBM");
        assertThat(part(Button.class, "news-relevant").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void filters_lead_to_their_link() {
        tell();
        open(Map.of());

        part(Choice.class, "news-mood").choose("negative");
        settle();
        assertThat(headlines()).containsExactly("SPY falls");
        part(Choice.class, "news-source").choose("Wire");
        settle();
        test(part(TextField.class, "news-text")).setValue("nothing");
        settle();

        assertThat(parameters())
                .isEqualTo(Map.of("source", List.of("Wire"), "mood", List.of("negative"), "q", List.of("nothing")));
        assertThat(headlines()).isEmpty();
        assertThat(part(Paragraph.class, "news-message").getText()).startsWith("No story is like that.");
    }

    @Test
    void hours_are_those_of_the_stories_that_are_left() {
        tell();
        open(Map.of("symbol", "IBM"));

        SheetPanel panel = part(SheetPanel.class, "news-volume");
        assertThat(Csv.of(panel.sheet()).lines())
                .containsExactly("bucket,positive,neutral,negative,sentiment", "2026-11-23T14:00:00Z,1,1,0,0.25");
        assertThat(find(Figure.class, panel).single().shown()).contains("\"label\":\"14:00\"", "\"mean\":0.25");
    }

    @Test
    void stories_come_by_themselves_and_stay_while_the_database_is_away() {
        open(Map.of());
        assertThat(part(Paragraph.class, "news-message").getText()).startsWith("No story has arrived yet.");

        tell();
        settle();
        assertThat(headlines()).hasSize(3);

        news.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        settle();
        assertThat(headlines()).hasSize(3);
    }

    @Test
    void a_story_is_told_in_detail_and_has_a_link_of_its_own() {
        news.tells("<b>IBM</b> wins", "IBM", 0.9, 0.5).tells("javascript", "javascript:alert(1)", 0);
        open(Map.of("story", "rss/story 0"));

        ModalDialog dialog = find(ModalDialog.class).withId("story").single();
        assertThat(dialog.opened()).isTrue();
        assertThat(part(H3.class, "story-headline").getText()).isEqualTo("<b>IBM</b> wins");
        assertThat(part(Paragraph.class, "story-summary").getText()).isEqualTo("More about <b>IBM</b> wins");
        assertThat(part(Paragraph.class, "story-mood").getText())
                .isEqualTo("Good news, sentiment +0.50 of \u22121 to +1");
        Anchor out = part(Anchor.class, "story-link");
        assertThat(out.getHref()).isEqualTo("https://news.example/0");
        assertThat(out.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer");

        dialog.close();
        settle();
        assertThat(find(ModalDialog.class).withId("story").single().opened()).isFalse();
        assertThat(parameters()).isEmpty();
    }

    @Test
    void a_story_without_an_address_of_the_web_leads_nowhere() {
        news.tells("javascript", "javascript:alert(1)", 0);
        open(Map.of("story", "rss/story 0"));

        assertThat(find(Anchor.class).withId("story-link").all()).isEmpty();
        assertThat(find(ModalDialog.class).withId("story").single().getElement().getTextRecursively())
                .contains("no address of the web", "no symbol that is known");
    }

    @Test
    void a_symbol_of_a_story_is_looked_for() {
        news.tells("IBM wins", "IBM", 0.9, 0.5).tells("SPY falls", "SPY", 0.8, -0.5);
        open(Map.of("story", "rss/story 1"));

        Button symbol = find(
                        Button.class, find(ModalDialog.class).withId("story").single())
                .withText("SPY, relevance 80%")
                .single();
        test(symbol).click();
        settle();

        assertThat(parameters()).isEqualTo(Map.of("symbol", List.of("SPY")));
        assertThat(headlines()).containsExactly("SPY falls");
        assertThat(find(ModalDialog.class).withId("story").single().opened()).isFalse();
    }
}
