package io.tidemark.ingest.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tidemark.ingest.fixture.ManualClock;
import io.tidemark.ingest.publish.DeliveryHorizon;
import io.tidemark.ingest.subscription.RetrySchedule;
import io.tidemark.ingest.subscription.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryKeeperTest {
    @TempDir
    private Path directory = Path.of(".");

    private final GapTracker gaps = new GapTracker(gap -> {});
    private final Subscriptions subscriptions = new Subscriptions(
            new ManualClock(), new RetrySchedule(List.of(Duration.ofMinutes(5))), List.of("AAPL", "IC MARKETS:1"));

    @SuppressWarnings("NullAway.Init")
    private StateFile file;

    @SuppressWarnings("NullAway.Init")
    private MemoryKeeper keeper;

    @BeforeEach
    void create() {
        file = new StateFile(directory.resolve("state.json"));
        keeper = new MemoryKeeper(file, gaps, new DeliveryHorizon(), subscriptions);
        subscriptions.attach(message -> true);
    }

    @Test
    void nothing_is_written_before_anything_was_heard() throws IOException {
        keeper.keep();

        assertThat(file.read()).isEmpty();
    }

    @Test
    void what_was_heard_is_kept_with_the_symbols_subscribed() throws IOException {
        gaps.heard(1_000);
        keeper.keep();
        assertThat(file.read()).contains(new FeedMemory(1_000, List.of("AAPL", "IC MARKETS:1"), false));

        gaps.heard(2_000);
        keeper.farewell();
        assertThat(file.read()).contains(new FeedMemory(2_000, List.of("AAPL", "IC MARKETS:1"), true));
    }

    @Test
    void during_an_outage_the_symbols_and_the_instant_before_it_stay() throws IOException {
        gaps.heard(1_000);
        gaps.lost("drop", subscriptions.active());
        subscriptions.detach();

        keeper.keep();

        assertThat(file.read()).contains(new FeedMemory(1_000, List.of("AAPL", "IC MARKETS:1"), false));
    }

    @Test
    void the_next_process_recalls_it_and_a_second_restart_without_a_frame_keeps_it() throws IOException {
        var left = new FeedMemory(1_000, List.of("OLD"), false);
        file.write(left);

        keeper.recall();
        assertThat(gaps.outage())
                .contains(new GapTracker.Outage(1_000, List.of("OLD"), "ingest ended without an orderly stop"));
        keeper.keep();
        assertThat(file.read()).contains(left);
    }

    @Test
    void a_file_that_cannot_be_written_shows_and_clears() throws IOException {
        var elsewhere = directory.resolve("missing");
        var lost = new MemoryKeeper(
                new StateFile(elsewhere.resolve("state.json")), gaps, new DeliveryHorizon(), subscriptions);
        gaps.heard(1_000);
        lost.keep();
        assertThat(lost.health().up()).isFalse();
        assertThat(lost.health().reason()).contains("finnhub.state.file cannot be written");

        Files.createDirectory(elsewhere);
        lost.keep();
        assertThat(lost.health().up()).isTrue();
    }

    @Test
    void a_file_that_cannot_be_understood_is_an_error_that_says_what_to_do() throws IOException {
        Files.writeString(directory.resolve("state.json"), "{\"heardUntil\":");

        assertThatIOException().isThrownBy(keeper::recall).withMessageContaining("remove it to start without");
    }

    @Test
    void fields_of_a_newer_version_are_ignored() throws IOException {
        Files.writeString(
                directory.resolve("state.json"),
                "{\"version\":{\"a\":1},\"heardUntil\":7,\"symbols\":[\"A\"],\"stopped\":true}");

        assertThat(file.read()).contains(new FeedMemory(7, List.of("A"), true));
    }

    @Test
    void without_a_file_nothing_is_kept_or_wrong() throws IOException {
        var none = new MemoryKeeper(null, gaps, new DeliveryHorizon(), subscriptions);
        none.recall();
        gaps.heard(1_000);
        none.keep();

        assertThat(none.health().up()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }
}
