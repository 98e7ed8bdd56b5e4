package io.tidemark.landing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.LandedNews;
import io.tidemark.landing.harness.NumberedTrades;
import io.tidemark.landing.harness.Verified;
import io.tidemark.landing.segment.PartitionLanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory with both datasets: each is proven, and what is wrong with either is found and named. */
final class VerifyNewsTest {

    private final Path landing;
    private final LandingLayout news;

    VerifyNewsTest(@TempDir Path landing) throws IOException {
        this.landing = landing;
        this.news = LandingLayout.news(landing);
        land(InProcessWriter.in(landing), 100);
        land(InProcessWriter.ofNews(landing, FailPoints.NONE), 250);
    }

    @Test
    void both_datasets_are_proven_with_their_totals() {
        String output = Verified.run(landing).requireProven();
        assertThat(output)
                .contains("trades: 1 partitions, 2 segments, 198 rows, 2 quarantined, 0 lost")
                .contains("news: 1 partitions, 2 segments, 495 rows, 5 quarantined, 0 lost")
                .containsPattern("AAPL +dt=2026-11-20/hour=13 +\\d+ +[\\d.]+")
                // Each third of 0..499 but those at 99, 199, ...; links of 0, 1, 3 and 1 symbols in turn.
                .containsPattern("rss +dt=2026-11-20 +165 +\\d+\\R");
    }

    @Test
    void malformed_records_are_in_quarantine_and_the_chain_goes_on_behind_them() throws IOException {
        assertThat(LandedNews.quarantine(landing)).hasSize(5).allMatch(line -> line.contains("\"reason\""));
        LandedNews landed = LandedNews.in(landing);
        assertThat(landed.rows()).isEqualTo(495);
        assertThat(landed.altered()).isZero();
        assertThat(landed.byId()).containsKey("n-498").doesNotContainKey("n-499");
    }

    @Test
    void the_fields_that_programs_read_of_the_trades_are_where_they_were() throws IOException {
        String json = Verified.run(landing, "--json").requireProven();
        assertThat(topLevel(json))
                .containsExactly(
                        "proven",
                        "directory",
                        "segments",
                        "rows",
                        "quarantined",
                        "lost",
                        "partitions",
                        "totals",
                        "temporary",
                        "news",
                        "problems");
        assertThat(json)
                .contains("\"rows\" : 198", "\"hour\" : \"dt=2026-11-20/hour=13\"", "\"volume\" : ")
                .contains("\"rows\" : 495", "\"feed\" : \"gdelt\"", "\"date\" : \"dt=2026-11-20\"", "\"links\" : ");
    }

    @Test
    void a_problem_of_the_news_leaves_the_trades_proven_but_not_the_directory() throws IOException {
        Path file = news.root().resolve(news.dataFile(LandingLayout.bucket(NumberedTrades.BEGIN), 0, 250));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = ' ';
        Files.write(file, bytes);
        Verified verified = Verified.run(landing);
        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.output())
                .contains("0 problems: each offset is landed exactly once")
                .contains("news-0-00000000000000000250.csv: ends in the middle of a line")
                .contains("NOT PROVEN");
        assertThat(Verified.run(landing, "--json").output())
                .startsWith("{" + System.lineSeparator() + "  \"proven\" : false")
                .contains("ends in the middle of a line");
        Verified.run(landing, "--datasets=trades").requireProven();
    }

    @Test
    void rows_that_are_no_news_are_found() throws IOException {
        Path file = news.root().resolve(news.dataFile(LandingLayout.bucket(NumberedTrades.BEGIN), 0, 250));
        Files.writeString(file, """
                ,1795179600000,1,H,,,,,,rss,0,250
                n-1,1795179600000,1,"
                ",,,,,,rss,0,250
                n-1,1795179600000,soon,H,,,,,,rss,0,250
                n-1,1795179600000,1,H,,,,,,rss,0,9
                n-1,1795179600000,1,H,,,,,rss,0,250
                """, StandardOpenOption.APPEND);
        assertThat(Verified.run(landing).output())
                .contains("the id is empty")
                .contains("the headline is empty")
                .contains("\"soon\" is no whole number")
                .contains("offset 9 is not in [250, 500)")
                .contains("it does not have 12 fields");
    }

    @Test
    void a_directory_of_news_that_never_came_is_no_problem_unless_they_must_be_there(@TempDir Path other)
            throws IOException {
        land(InProcessWriter.in(other), 100);
        Files.createDirectories(other.resolve("news/_locks"));
        assertThat(Verified.run(other).requireProven()).contains("0 problems: nothing has landed");
        Verified wanted = Verified.run(other, "--datasets=trades,news");
        assertThat(wanted.exitCode()).isEqualTo(1);
        assertThat(wanted.output()).contains("news: there are no manifests, so nothing to prove");
    }

    @Test
    void news_alone_are_proven_where_only_they_are_asked_for(@TempDir Path other) throws IOException {
        land(InProcessWriter.ofNews(other, FailPoints.NONE), 50);
        assertThat(Verified.run(other).exitCode()).isEqualTo(1);
        assertThat(Verified.run(other, "--datasets=news").requireProven()).doesNotContain("trades:");
        assertThat(Verified.run(other, "--datasets=quotes").output()).contains("there is no \"quotes\"");
    }

    private static void land(InProcessWriter writer, long each) throws IOException {
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, each);
            writer.land(partition, 2 * each);
        }
    }

    private static List<String> topLevel(String json) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return names;
    }
}
