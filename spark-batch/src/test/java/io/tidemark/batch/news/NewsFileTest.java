package io.tidemark.batch.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.batch.fixture.NewsLanding;
import io.tidemark.batch.fixture.TestNews;
import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.landing.LandedNews;
import io.tidemark.contracts.landing.NewsCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class NewsFileTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 10);
    private static final String BUCKET = "dt=2026-03-10/hour=14";
    private static final long PUBLISHED = 1_773_153_000_000L;

    @TempDir
    private Path directory;

    private InputFile file() {
        DateInput news = LandedNews.read(directory).on(DATE);
        assertThat(news.files()).hasSize(1);
        return news.files().get(0);
    }

    private List<NewsRow> read() throws IOException {
        return NewsFile.read(file());
    }

    /** Lands one row as text, with a manifest that fits it. */
    private void landRow(String row) throws IOException {
        new NewsLanding(directory).landText(0, BUCKET, NewsCsv.HEADER + "\n" + row, 1);
    }

    private static String row(long published, int partition, int offset) {
        return "a," + published + ",0,Headline,,Wire,,,AAPL|MSFT,test," + partition + "," + offset + "\n";
    }

    @Test
    void a_field_in_quotes_holds_line_breaks_commas_and_quotes() throws IOException {
        String headline = "Apple \"surprises\",\nagain\r\n2,3,4";
        new NewsLanding(directory)
                .land(
                        3,
                        TestNews.of("a", "2026-03-10T14:30:00Z", headline, "AAPL", "MSFT"),
                        TestNews.of("b", "2026-03-10T14:59:59.999Z", "Plain"));

        List<NewsRow> rows = read();

        assertThat(rows).extracting(NewsRow::headline).containsExactly(headline, "Plain");
        assertThat(rows.get(0).symbols()).containsExactly("AAPL", "MSFT");
        assertThat(rows.get(1).symbols()).isEmpty();
        assertThat(rows).extracting(NewsRow::offset).containsExactly(0L, 1L);
    }

    @Test
    void a_flipped_byte_fails_and_names_the_file() throws IOException {
        new NewsLanding(directory).land(0, TestNews.of("a", "2026-03-10T14:30:00Z", "Apple gains"));
        byte[] bytes = Files.readAllBytes(file().path());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file().path(), bytes);

        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().path() + ": the file was changed after it landed: CRC-32C");
    }

    @Test
    void a_file_of_another_length_fails() throws IOException {
        landRow(row(PUBLISHED, 0, 0));
        Files.writeString(file().path(), "shorter", StandardCharsets.UTF_8);

        assertThatThrownBy(this::read).hasMessageContaining("the file has 7 bytes, its manifest says");
    }

    @Test
    void a_file_with_other_rows_than_its_manifest_fails() throws IOException {
        new NewsLanding(directory).landText(0, BUCKET, NewsCsv.HEADER + "\n" + row(PUBLISHED, 0, 0), 2);

        assertThatThrownBy(this::read).hasMessageContaining("the file has 1 rows, its manifest says 2");
    }

    @Test
    void a_file_that_is_not_renamed_yet_is_read_under_its_temporary_name() throws IOException {
        landRow(row(PUBLISHED, 0, 0));
        InputFile file = file();
        Files.move(file.path(), Path.of(file.root(), file.temporaryName()));

        assertThat(NewsFile.read(file)).hasSize(1);
    }

    @Test
    void a_row_of_another_hour_names_its_line() throws IOException {
        landRow(row(PUBLISHED + 3_600_000, 0, 0));

        assertThatThrownBy(this::read).hasMessageContaining(", line 2: published time 1773156600000");
    }

    @Test
    void a_row_of_another_segment_fails() throws IOException {
        landRow(row(PUBLISHED, 0, 1));

        assertThatThrownBy(this::read).hasMessageContaining("record 0:1 does not belong to the segment 0:0-1");
    }

    @Test
    void a_row_of_another_partition_fails() throws IOException {
        landRow(row(PUBLISHED, 1, 0));

        assertThatThrownBy(this::read).hasMessageContaining("record 1:0 does not belong to the segment 0:0-1");
    }

    @Test
    void a_row_with_a_field_missing_fails() throws IOException {
        landRow("a,1,2\n");

        assertThatThrownBy(this::read).hasMessageContaining("line 2: 3 fields instead of 12");
    }

    @Test
    void a_row_without_its_end_fails() throws IOException {
        landRow(row(PUBLISHED, 0, 0).stripTrailing());

        assertThatThrownBy(this::read).hasMessageContaining("the last line has no end");
    }

    @Test
    void another_header_fails() throws IOException {
        new NewsLanding(directory).landText(0, BUCKET, "id,headline\n", 1);

        assertThatThrownBy(this::read).hasMessageContaining("the first line is not id,published_time_ms");
    }
}
