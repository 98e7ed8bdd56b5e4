package io.tidemark.batch.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.fixture.LandingFixture;
import io.tidemark.batch.fixture.TestTrade;
import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LandedTradesTest {
    private static final LocalDate MONDAY_DATE = LocalDate.parse("2013-10-07");
    private static final TestTrade MONDAY = TestTrade.of("SPY", "1", "1", "2013-10-07T14:00:00Z");
    private static final TestTrade MONDAY_LATER = TestTrade.of("SPY", "1", "1", "2013-10-07T15:30:00Z");
    private static final TestTrade TUESDAY = TestTrade.of("SPY", "1", "1", "2013-10-08T00:00:00Z");

    @TempDir
    private Path directory;

    private LandingFixture landing() {
        return new LandingFixture(directory);
    }

    private DateInput only() {
        List<DateInput> dates =
                new ArrayList<>(LandedTrades.read(directory, Duration.ZERO).dates());
        assertThat(dates).hasSize(1);
        return dates.get(0);
    }

    private Path manifest(int partition, long start) {
        return LandingLayout.trades(directory).manifest(partition, start);
    }

    private void edit(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }

    @Test
    void a_segment_is_shared_out_to_the_dates_of_its_files() throws IOException {
        landing().land(0, MONDAY, TUESDAY, MONDAY_LATER, MONDAY);
        List<DateInput> dates =
                new ArrayList<>(LandedTrades.read(directory, Duration.ZERO).dates());
        assertThat(dates).extracting(DateInput::date).containsExactly(MONDAY_DATE, MONDAY_DATE.plusDays(1));
        assertThat(dates.get(0).files())
                .extracting(InputFile::name)
                .containsExactly(
                        "dt=2013-10-07/hour=14/trades-0-00000000000000000000.csv",
                        "dt=2013-10-07/hour=15/trades-0-00000000000000000000.csv");
        assertThat(dates.get(0).rows()).isEqualTo(3);
        assertThat(dates.get(0).files().get(1).bucketStart())
                .isEqualTo(Instant.parse("2013-10-07T15:00:00Z").toEpochMilli());
        assertThat(dates.get(0).files().get(1).endOffset()).isEqualTo(4);
    }

    @Test
    void nothing_landed_is_no_dates() {
        assertThat(LandedTrades.read(directory, Duration.ZERO).dates()).isEmpty();
    }

    @Test
    void a_landing_directory_that_does_not_exist_is_an_error() {
        assertThatThrownBy(() -> LandedTrades.read(directory.resolve("absent"), Duration.ZERO))
                .isInstanceOf(LandingException.class)
                .hasMessageContaining("absent does not exist");
    }

    @Test
    void files_that_no_manifest_names_do_not_count() throws IOException {
        landing().land(0, MONDAY);
        Files.writeString(directory.resolve("trades/dt=2013-10-07/hour=14/trades-9-00000000000000000000.csv"), "stray");
        Files.writeString(directory.resolve("trades/_manifests/trades-0/.part-x.tmp"), "stray");
        assertThat(only().files()).hasSize(1);
    }

    @Test
    void a_hole_in_a_chain_names_the_manifest_and_both_offsets() throws IOException {
        LandingFixture landing = landing();
        landing.land(0, MONDAY);
        landing.land(0, MONDAY);
        landing.land(0, MONDAY);
        Files.delete(manifest(0, 1));
        assertThatThrownBy(() -> LandedTrades.read(directory, Duration.ZERO))
                .isInstanceOf(LandingException.class)
                .hasMessageContaining("00000000000000000002.json")
                .hasMessageContaining("a segment ends at 1 and the next starts at 2");
    }

    @Test
    void a_topic_that_was_made_again_breaks_the_chain() throws IOException {
        LandingFixture landing = landing();
        landing.land(0, MONDAY);
        landing.land(0, MONDAY);
        edit(manifest(0, 1), json -> json.replace("-id\"", "-other\""));
        assertThatThrownBy(() -> LandedTrades.read(directory, Duration.ZERO))
                .hasMessageContaining("topic id or partition differ");
    }

    @Test
    void a_manifest_that_cannot_be_read_is_named() throws IOException {
        landing().land(0, MONDAY);
        edit(manifest(0, 0), json -> json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> LandedTrades.read(directory, Duration.ZERO))
                .hasMessageContaining("00000000000000000000.json is no readable manifest");
    }

    @Test
    void columns_of_another_version_are_refused() throws IOException {
        landing().land(0, MONDAY);
        edit(manifest(0, 0), json -> json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
        assertThatThrownBy(() -> LandedTrades.read(directory, Duration.ZERO))
                .hasMessageContaining("columns of version 2");
    }

    @Test
    void a_file_outside_the_directories_of_dates_is_refused() throws IOException {
        landing().land(0, MONDAY);
        edit(manifest(0, 0), json -> json.replace("dt=2013-10-07", "dt=2013-13-07"));
        assertThatThrownBy(() -> LandedTrades.read(directory, Duration.ZERO))
                .hasMessageContaining("is not in the directory of a date and an hour");
    }

    @Test
    void quarantined_records_are_summed() throws IOException {
        landing().land(0, MONDAY);
        edit(
                manifest(0, 0),
                json -> json.replace(
                        "\"files\" :",
                        "\"quarantine\":{\"temporaryName\":\"a\",\"finalName\":\"b\",\"rows\":7,\"bytes\":1,\"crc32c\":\"0\","
                                + "\"minEventTime\":0,\"maxEventTime\":0},\"files\" :"));
        assertThat(LandedTrades.read(directory, Duration.ZERO).quarantined()).isEqualTo(7);
    }

    @Test
    void a_digest_changes_with_the_files_and_with_the_method_and_with_nothing_else() throws IOException {
        LandingFixture landing = landing();
        landing.land(0, MONDAY);
        String digest = only().digest("method");
        assertThat(only().digest("method")).isEqualTo(digest);
        assertThat(only().digest("another")).isNotEqualTo(digest);
        landing.land(1, MONDAY_LATER);
        assertThat(only().digest("method")).isNotEqualTo(digest);
    }
}
