package io.tidemark.batch.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.fixture.SegmentWriter;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.landing.LandedTrades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class QuarantineRecordsTest {
    @TempDir
    private Path landing;

    private List<InputFile> landed(String... lines) throws IOException {
        var segment = new SegmentWriter(landing, 0, 0);
        segment.quarantine(List.of(lines));
        segment.commit();
        return LandedTrades.read(landing, Duration.ZERO).quarantineFiles();
    }

    private static String line(long timestamp, String reason) {
        return "{\"partition\":0,\"offset\":1,\"timestamp\":" + timestamp + ",\"reason\":\"" + reason
                + "\",\"key\":null,\"bytes\":\"eA==\"}";
    }

    @Test
    void records_are_counted_by_date_and_kind_of_reason() throws IOException {
        List<InputFile> files = landed(
                line(0, "price -1.0E-5 is not above zero"),
                line(86_399_999, "price 0 is not above zero"),
                line(86_400_000, "not valid JSON: Unexpected end-of-input"));
        assertThat(QuarantineRecords.read(files))
                .extracting(Row::toString)
                .containsExactly("[1970-01-01,price … is not above zero,2]", "[1970-01-02,not valid JSON,1]");
    }

    @Test
    void a_file_that_was_changed_after_it_landed_is_refused() throws IOException {
        List<InputFile> files = landed(line(0, "field price is missing"));
        Path file = files.get(0).path();
        Files.writeString(file, Files.readString(file).replace("price", "prize"));
        assertThatThrownBy(() -> QuarantineRecords.read(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed after it landed");
    }

    @Test
    void a_file_of_another_length_is_refused() throws IOException {
        List<InputFile> files = landed(line(0, "field price is missing"));
        Files.writeString(files.get(0).path(), "");
        assertThatThrownBy(() -> QuarantineRecords.read(files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its manifest says");
    }
}
