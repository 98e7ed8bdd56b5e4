package io.tidemark.ingest.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tidemark.ingest.fixture.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolsFileWatchTest {
    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @SuppressWarnings("NullAway.Init")
    private Subscriptions subscriptions;

    @SuppressWarnings("NullAway.Init")
    private SymbolsFileWatch watch;

    @BeforeEach
    void firstRead() throws IOException {
        path = Files.writeString(directory.resolve("symbols"), "# watchlist\nAAPL\n\nIC MARKETS:1  # odd one\n");
        var file = new SymbolsFile(path);
        subscriptions =
                new Subscriptions(new ManualClock(), new RetrySchedule(List.of(Duration.ofMinutes(5))), file.read());
        watch = new SymbolsFileWatch(file, subscriptions);
    }

    private List<String> wanted() {
        return subscriptions.all().stream().map(Subscription::symbol).toList();
    }

    @Test
    void one_symbol_a_line_with_comments() {
        assertThat(wanted()).containsExactly("AAPL", "IC MARKETS:1");
    }

    @Test
    void a_change_is_taken_over() throws IOException {
        Files.writeString(path, "AAPL\nMSFT\n");
        watch.poll();

        assertThat(wanted()).containsExactly("AAPL", "MSFT");
    }

    @Test
    void a_file_that_did_not_change_leaves_changes_from_elsewhere_alone() {
        subscriptions.add(List.of("TSLA"));
        watch.poll();

        assertThat(wanted()).containsExactly("AAPL", "IC MARKETS:1", "TSLA");
    }

    @Test
    void a_file_at_fault_changes_nothing_until_it_is_right_again() throws IOException {
        Files.writeString(path, "# nothing\n");
        watch.poll();
        assertThat(watch.failure()).contains("holds no symbol");
        Files.delete(path);
        watch.poll();
        assertThat(watch.failure()).contains("finnhub.symbols.file");
        assertThat(wanted()).containsExactly("AAPL", "IC MARKETS:1");

        Files.writeString(path, "MSFT");
        watch.poll();
        assertThat(watch.failure()).isEmpty();
        assertThat(wanted()).containsExactly("MSFT");
    }

    @Test
    void at_start_a_missing_file_is_an_error_that_names_it() {
        assertThatIOException()
                .isThrownBy(() -> new SymbolsFile(directory.resolve("none")).read())
                .withMessageContaining("none");
    }
}
