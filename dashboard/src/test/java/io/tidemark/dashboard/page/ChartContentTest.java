package io.tidemark.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FakeServing;
import io.tidemark.dashboard.market.MarketFeed;
import io.tidemark.dashboard.market.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ChartContentTest {
    private static final SeriesKey IBM = new SeriesKey("IBM", BarInterval.MINUTE);

    private final FakeServing serving = new FakeServing();
    private final MarketFeed feed =
            new MarketFeed(serving, InstantSource.fixed(FakeServing.START), Runnable::run, Duration.ZERO);

    private ChartContent.Message message() {
        return switch (ChartContent.of(feed.current(), IBM)) {
            case ChartContent.Message message -> message;
            case ChartContent.Bars bars -> throw new AssertionError("expected a message, got " + bars);
        };
    }

    private static BatchRun run(BatchRun.State state, String message) {
        Instant start = FakeServing.START;
        return new BatchRun(7, LocalDate.of(2026, 11, 23), state, start, start, null, null, null, null, message);
    }

    @Test
    void before_the_first_look_it_says_that_it_is_reading() {
        assertThat(message().headline()).isEqualTo("Reading the serving layer…");
    }

    @Test
    void a_database_that_was_never_there_leaves_nothing_to_show() {
        serving.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        feed.poll();

        assertThat(message().headline()).isEqualTo("No data while the database is away");
    }

    @Test
    void without_any_run_it_says_what_must_happen_first() {
        feed.poll();

        assertThat(message().headline()).isEqualTo("No bars yet");
        assertThat(message().explanation()).contains("No batch run has started so far");
    }

    @Test
    void a_run_at_work_is_named() {
        serving.runs(run(BatchRun.State.STARTED, ""));
        feed.poll();

        assertThat(message().explanation()).contains("run 7 of 23 Nov 2026 is at work");
    }

    @Test
    void a_failed_run_is_named_with_its_reason() {
        serving.runs(run(BatchRun.State.FAILED, "a checksum differs"));
        feed.poll();

        assertThat(message().explanation()).contains("run 7 of 23 Nov 2026 failed: a checksum differs");
    }

    @Test
    void an_unknown_symbol_is_named() {
        serving.holds("SPY", BarInterval.MINUTE, 166).holds("AIG", BarInterval.MINUTE, 48);
        feed.poll();

        assertThat(message().headline()).isEqualTo("IBM is not known here");
        assertThat(message().explanation()).contains("2 symbols");
    }

    @Test
    void a_series_that_nobody_has_read_yet_is_loading() {
        serving.holds("IBM", BarInterval.MINUTE, 180);
        feed.poll();

        assertThat(message().headline()).isEqualTo("Loading IBM…");
    }

    @Test
    void a_series_that_cannot_be_read_now_is_not_said_to_be_loading() {
        serving.holds("IBM", BarInterval.MINUTE, 180);
        feed.poll();
        serving.fails(new ServingFault(ServingFault.Kind.UNREACHABLE, "Connection refused"));
        feed.poll();

        assertThat(message().headline()).isEqualTo("IBM has not been read yet");
    }

    @Test
    void a_series_without_bars_says_so() {
        serving.quotes("IBM", 180);
        feed.watch(IBM);

        assertThat(message().headline()).isEqualTo("No 1m bars of IBM");
    }

    @Test
    void bars_are_shown_even_while_the_database_is_away() {
        serving.holds("IBM", BarInterval.MINUTE, 180);
        feed.watch(IBM);
        serving.fails(new ServingFault(ServingFault.Kind.SLOW, "statement timeout"));
        feed.poll();

        assertThat(ChartContent.of(feed.current(), IBM)).isInstanceOf(ChartContent.Bars.class);
    }
}
