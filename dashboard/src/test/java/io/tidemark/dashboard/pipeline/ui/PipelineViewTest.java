package io.tidemark.dashboard.pipeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.landing.DatasetProgress;
import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.FakeNews;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsFeed;
import io.tidemark.dashboard.pipeline.FakePipeline;
import io.tidemark.dashboard.pipeline.Hop;
import io.tidemark.dashboard.pipeline.PipelineFeed;
import io.tidemark.dashboard.widget.Choice;
import io.tidemark.dashboard.widget.Csv;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.SwitchedPush;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The view on a pipeline that is as a test says; the feed looks on the test's own thread. */
@ViewPackages(classes = PipelineView.class)
@ContextConfiguration(classes = FakeFlow.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PipelineViewTest extends SpringBrowserlessTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    private FakePipeline pipeline;

    @Autowired
    private PipelineFeed feed;

    @Autowired
    private FakeNews news;

    @Autowired
    private NewsFeed newsFeed;

    @BeforeEach
    void connect() {
        UI.getCurrent().getInternals().setPushConnection(new SwitchedPush());
    }

    private void open(Map<String, String> query) {
        UI.getCurrent().navigate(PipelineView.class, QueryParameters.simple(query));
        settle();
    }

    /** Lets the feeds look, and again for what the view watches once it knows the dates. */
    private void settle() {
        for (int look = 0; look < 2; look++) {
            feed.poll();
            newsFeed.poll();
            roundTrip();
        }
    }

    private <T extends Component> T part(Class<T> type, String id) {
        return find(type).withId(id).single();
    }

    private String csv(String panel) {
        return Csv.of(part(SheetPanel.class, panel).sheet());
    }

    private String hop(String id) {
        return part(HopBox.class, "hop-" + id).getElement().getTextRecursively();
    }

    @Test
    void each_hop_tells_what_passes_it_and_how_late() {
        pipeline.passes(new Hop(Hop.Kind.LIVE, FakeFlow.NOW.minusMillis(250), FakeFlow.NOW, 3720L, 300.0))
                .passes(new Hop(Hop.Kind.NEWS, FakeFlow.NOW.minusSeconds(200), FakeFlow.NOW, 42L, 3600.0))
                .passes(new Hop(Hop.Kind.SETTLED, FakeFlow.NOW, FakeFlow.NOW, 120_000L, 10.0));

        open(Map.of());

        assertThat(hop("speed")).contains("12.4 trades/s", "250 ms after the event");
        assertThat(hop("news")).contains("42 stories/h", "3 min after the event");
        assertThat(hop("batch")).contains("12,000 rows/s", "120,000 rows");
        assertThat(hop("landing")).doesNotContain("rows/s");
    }

    @Test
    void landing_tells_what_is_in_files_and_what_waits_in_kafka() {
        pipeline.passes(new Hop(Hop.Kind.LANDED, FakeFlow.NOW, FakeFlow.NOW, 500L, 10.0));
        open(Map.of());
        assertThat(hop("landing")).contains("500 rows");
        assertThat(panel("landing")).contains("The consumer is not asked");

        pipeline.lands(progress(Optional.empty()));
        settle();
        assertThat(hop("landing")).contains("1,042 waiting in Kafka");
        assertThat(csv("landing")).isEqualTo("dataset,landed,waiting,in_quarantine,lost\r\ntrades,5000,1042,7,0\r\n");

        pipeline.lands(progress(Optional.of("Connection refused")));
        settle();
        assertThat(panel("landing")).contains("does not answer: Connection refused");
        assertThat(csv("landing")).contains("trades,5000");
        assertThat(hop("landing")).contains("500 rows");
    }

    private static LandingProgress progress(Optional<String> fault) {
        return new LandingProgress(
                true, Optional.of(FakeFlow.NOW), List.of(new DatasetProgress("trades", 5000, 1042, 7, 0)), fault);
    }

    private String panel(String id) {
        return part(SheetPanel.class, id).getElement().getTextRecursively();
    }

    @Test
    void the_ledger_tells_how_long_a_run_took_and_what_it_read() {
        pipeline.publishes(MONDAY, 1230);

        open(Map.of());

        assertThat(csv("ledger")).contains("1,2026-11-23,published,2026-11-23T20:00:00Z,4.5,12,1230,40,\r\n");
    }

    @Test
    void a_date_is_told_by_its_rows_its_agreement_and_its_verdict() {
        pipeline.publishes(FRIDAY, 50).publishes(MONDAY, 100);

        open(Map.of());

        assertThat(csv("dates").lines().toList())
                .contains(
                        "2026-11-23,suspect,100,97,1,2,yes,380,3,7,1.5,4",
                        "2026-11-20,suspect,50,47,1,2,yes,380,3,7,1.5,4");
        assertThat(part(Choice.class, "date").chosen()).isEqualTo("2026-11-23");
        assertThat(csv("reconciliation")).contains("IBM,380,2,1,0,1,7,1.5,vwap");
        assertThat(csv("conservation")).contains("14,100,97,1,2,yes");
        assertThat(csv("quality")).contains("IBM,suspect,100,0.01,0.2,40,900,12.0,yes,duplicates: 1 %");
        assertThat(csv("dead-letters")).contains("not JSON,4");
    }

    @Test
    void the_detail_of_another_date_has_its_link() {
        pipeline.publishes(FRIDAY, 50).publishes(MONDAY, 100);
        open(Map.of());

        part(Choice.class, "date").choose("2026-11-20");
        settle();

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("pipeline?date=2026-11-20");
        assertThat(csv("conservation")).contains("14,50,47,1,2,yes");
        assertThat(part(SheetPanel.class, "conservation").sheet().name()).isEqualTo("conservation-2026-11-20");
    }

    @Test
    void gaps_and_alerts_come_by_themselves() {
        open(Map.of());
        assertThat(part(Paragraph.class, "gaps-message").getText()).isEqualTo("No feed has been silent so far.");

        pipeline.misses(FakeFlow.NOW.minusSeconds(90), FakeFlow.NOW.minusSeconds(30), "silent for 60 s");
        news.shows(new NewsBoard(
                List.of(new Alert("1", "feed-gap", Alert.Severity.CRITICAL, null, FakeFlow.NOW, "finnhub was silent")),
                List.of(),
                List.of()));
        settle();

        assertThat(csv("gaps")).contains(",60.0,2,silent for 60 s");
        assertThat(csv("alert-list")).contains("critical,feed-gap,,finnhub was silent");
    }

    @Test
    void pages_of_other_programs_are_opened_apart() {
        open(Map.of());

        Anchor flink = part(Anchor.class, "link-flink");
        assertThat(flink.getHref()).isEqualTo("http://127.0.0.1:8081");
        assertThat(flink.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer");
        assertThat(find(Anchor.class).withId("link-spark").all()).isEmpty();
    }

    @Test
    void while_the_database_is_away_what_was_known_stays() {
        pipeline.publishes(MONDAY, 100);
        open(Map.of());

        pipeline.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        settle();
        assertThat(csv("ledger")).contains("published");
        assertThat(part(Paragraph.class, "gaps-message").getText()).startsWith("Nothing is known while");

        pipeline.recovers();
        settle();
        assertThat(part(Paragraph.class, "gaps-message").getText()).isEqualTo("No feed has been silent so far.");
    }
}
