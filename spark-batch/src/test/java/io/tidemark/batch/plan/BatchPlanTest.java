package io.tidemark.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.NewsLanding;
import io.tidemark.batch.fixture.TestNews;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedNews;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.publish.PublishedDate;
import io.tidemark.batch.publish.ResultDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which dates are dirty, and why. */
@SuppressWarnings("NullAway.Init")
class BatchPlanTest {
    private static final LocalDate MONDAY = LocalDate.parse("2013-10-07");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String METHOD = "method";

    @TempDir
    private Path directory;

    private LandingFixture landing;
    private ResultDirectory results;
    private final Map<LocalDate, PublishedDate> published = new TreeMap<>();

    @BeforeEach
    void landTwoDates() throws IOException {
        landing = new LandingFixture(directory.resolve("landing"));
        results = new ResultDirectory(directory.resolve("results"));
        landing.land(
                0,
                TestTrade.of("SPY", "1", "1", "2013-10-07T14:00:00Z"),
                TestTrade.of("SPY", "1", "1", "2013-10-08T14:00:00Z"));
    }

    private BatchPlan plan(boolean force, String method, LocalDate... dates) throws IOException {
        var selection = new DateSelection(new TreeSet<>(List.of(dates)), Optional.empty(), Optional.empty());
        LandedTrades landed = LandedTrades.read(landing.directory(), Duration.ofSeconds(5));
        var contexts = new DateContexts(LandedNews.read(landing.directory()), "", List.of(), Map.of());
        return BatchPlan.of(landed, contexts, published, results, selection, force, method);
    }

    private Map<LocalDate, Reason> reasons(BatchPlan plan) {
        Map<LocalDate, Reason> reasons = new TreeMap<>();
        plan.dates().forEach(date -> reasons.put(date.date(), date.reason()));
        return reasons;
    }

    /** As a run would, but without rows. */
    private void publish(BatchPlan plan) throws IOException {
        long run = 0;
        for (PlannedDate date : plan.dates()) {
            published.put(date.date(), new PublishedDate(run, date.digest(), date.coveredUntil()));
            results.publish(run++, date.date(), date.digest(), List.of(), Map.of());
        }
    }

    @Test
    void dates_that_were_never_published_are_new() throws IOException {
        assertThat(reasons(plan(false, METHOD))).isEqualTo(Map.of(MONDAY, Reason.NEW, TUESDAY, Reason.NEW));
    }

    @Test
    void dates_that_are_published_as_they_landed_are_left_alone() throws IOException {
        publish(plan(false, METHOD));
        BatchPlan plan = plan(false, METHOD);
        assertThat(plan.dates()).isEmpty();
        assertThat(plan.unchanged()).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void late_data_of_an_old_date_makes_just_that_date_dirty() throws IOException {
        publish(plan(false, METHOD));
        landing.land(0, TestTrade.of("SPY", "1", "1", "2013-10-07T09:00:00Z"));
        assertThat(reasons(plan(false, METHOD))).isEqualTo(Map.of(MONDAY, Reason.CHANGED));
    }

    @Test
    void another_method_makes_every_date_dirty() throws IOException {
        publish(plan(false, METHOD));
        assertThat(reasons(plan(false, "another")))
                .containsOnlyKeys(MONDAY, TUESDAY)
                .containsValue(Reason.CHANGED);
    }

    @Test
    void a_date_that_has_ended_since_is_published_once_more() throws IOException {
        publish(plan(false, METHOD));
        landing.land(0, TestTrade.of("SPY", "1", "1", "2013-10-09T00:00:04.999Z"));
        assertThat(reasons(plan(false, METHOD))).isEqualTo(Map.of(TUESDAY.plusDays(1), Reason.NEW));
        landing.land(0, TestTrade.of("SPY", "1", "1", "2013-10-09T00:00:05Z"));
        assertThat(reasons(plan(false, METHOD)))
                .isEqualTo(Map.of(TUESDAY, Reason.ENDED, TUESDAY.plusDays(1), Reason.NEW));
        publish(plan(false, METHOD));
        assertThat(plan(false, METHOD).dates()).isEmpty();
    }

    @Test
    void a_date_whose_result_files_are_not_there_is_dirty() throws IOException {
        publish(plan(false, METHOD));
        Files.delete(directory.resolve("results/bars_1h/dt=2013-10-07"));
        assertThat(reasons(plan(false, METHOD))).isEqualTo(Map.of(MONDAY, Reason.FILES_MISSING));
    }

    @Test
    void force_works_on_current_dates_too_but_only_on_selected_ones() throws IOException {
        publish(plan(false, METHOD));
        assertThat(reasons(plan(true, METHOD, TUESDAY))).isEqualTo(Map.of(TUESDAY, Reason.FORCED));
    }

    @Test
    void a_named_date_of_which_nothing_landed_is_reported() throws IOException {
        BatchPlan plan = plan(false, METHOD, LocalDate.parse("2013-12-25"), MONDAY);
        assertThat(plan.absent()).containsExactly(LocalDate.parse("2013-12-25"));
        assertThat(reasons(plan)).containsOnlyKeys(MONDAY);
    }

    @Test
    void news_of_a_date_without_trades_are_published_once_a_later_date_has_some() throws IOException {
        LocalDate wednesday = TUESDAY.plusDays(1);
        var news = new NewsLanding(landing.directory());
        news.land(
                0,
                TestNews.of("old", "2013-10-06T12:00:00Z", "Before all trades"),
                TestNews.of("quiet", "2013-10-09T12:00:00Z", "Between them"),
                TestNews.of("future", "2013-12-25T12:00:00Z", "After them"));
        assertThat(reasons(plan(false, METHOD))).containsOnlyKeys(MONDAY, TUESDAY);

        landing.land(0, TestTrade.of("SPY", "1", "1", "2013-10-10T14:00:00Z"));
        BatchPlan plan = plan(false, METHOD);
        assertThat(reasons(plan)).containsOnlyKeys(MONDAY, TUESDAY, wednesday, wednesday.plusDays(1));
        PlannedDate quiet = plan.dates().get(2);
        assertThat(quiet.input().files()).isEmpty();
        assertThat(quiet.context().news().rows()).isEqualTo(1);
        assertThat(quiet.coveredUntil()).isEqualTo(Instant.parse("2013-10-10T00:00:00Z"));
        publish(plan);
        assertThat(plan(false, METHOD).dates()).isEmpty();
        news.land(0, TestNews.of("more", "2013-10-09T13:00:00Z", "More of it"));
        assertThat(reasons(plan(false, METHOD))).isEqualTo(Map.of(wednesday, Reason.CHANGED));
    }

    @Test
    void the_plan_says_what_publication_will_record() throws IOException {
        PlannedDate monday = plan(false, METHOD).dates().get(0);
        assertThat(monday.coveredUntil()).isEqualTo(Instant.parse("2013-10-08T00:00:00Z"));
        DateInput input = monday.input();
        assertThat(monday.digest())
                .isEqualTo(input.digest(METHOD + monday.context().text("")))
                .hasSize(64);
    }
}
