package io.tidemark.batch.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.fixture.CsvTable;
import io.tidemark.batch.fixture.NewsLanding;
import io.tidemark.batch.fixture.TestNews;
import io.tidemark.batch.fixture.TestSession;
import io.tidemark.batch.landing.LandedNews;
import io.tidemark.batch.table.BarSchema;
import io.tidemark.batch.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From stories and minutes to result tables, against values that plain Python computed: see {@code src/test/golden/news}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class NewsAnalyticsTest {
    private static final Path GOLDEN = Path.of("src/test/golden/news");
    private static final LocalDate DATE = LocalDate.of(2026, 3, 10);
    private static final double ONE_IN_A_BILLION = 1e-9;
    /** Returns are small: of those the twelfth digit behind the point is compared. */
    private static final double LEAST_SCALE = 1e-3;

    private SparkSession session;

    @BeforeAll
    void start() {
        session = TestSession.start();
    }

    @AfterAll
    void stop() {
        session.stop();
    }

    @Test
    void the_tables_of_an_invented_day_are_those_that_were_computed_apart() throws IOException {
        Map<ResultTable, Dataset<Row>> tables = tables(stories(golden("stories")), minutes(golden("minutes")));

        assertThat(tables).hasSize(4);
        for (var table : tables.entrySet()) {
            assertGolden(table.getValue(), table.getKey());
        }
    }

    @Test
    void no_bit_depends_on_the_order_of_rows_or_on_partitions() throws IOException {
        List<List<Row>> expected = collected(stories(golden("stories")), minutes(golden("minutes")));
        List<Map<String, String>> stories = golden("stories");
        List<Map<String, String>> minutes = golden("minutes");
        Collections.shuffle(stories, new Random(1));
        Collections.shuffle(minutes, new Random(2));

        assertThat(collected(stories(stories).repartition(5), minutes(minutes).repartition(7)))
                .isEqualTo(expected);
    }

    @Test
    void a_date_without_news_has_no_rows(@TempDir Path empty) throws IOException {
        Dataset<Row> none = Stories.load(session, LandedNews.read(empty).on(DATE));

        for (Dataset<Row> rows : tables(none, minutes(golden("minutes"))).values()) {
            assertThat(rows.collectAsList()).isEmpty();
        }
    }

    @Test
    void news_of_a_date_without_trades_has_no_returns() throws IOException {
        Dataset<Row> returns = NewsReturns.of(stories(golden("stories")), minutes(List.of()));

        assertThat(returns.collectAsList()).isNotEmpty().allSatisfy(row -> assertThat(
                        row.<@Nullable Object>getAs("bar_at"))
                .isNull());
        assertThat(NewsReaction.of(returns).collectAsList())
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.<Long>getAs("samples")).isZero());
    }

    @Test
    void landed_stories_come_linked_and_judged(@TempDir Path landing) throws IOException {
        TestNews apple = TestNews.of("a", "2026-03-10T14:30:00Z", "Apple soars\non record profit");
        new NewsLanding(landing)
                .land(
                        0,
                        apple,
                        apple.again(5_000, "Apple and Nvidia soar on record profit"),
                        apple.again(9_000, "Apple"));
        new NewsLanding(landing).land(1, TestNews.of("b", "2026-03-11T00:00:00Z", "Apple of another day"));

        List<Row> stories =
                Stories.load(session, LandedNews.read(landing).on(DATE)).collectAsList();

        assertThat(stories).hasSize(1);
        assertThat(stories.get(0).getString(2)).isEqualTo("a");
        assertThat(stories.get(0).getString(4)).isEqualTo("Apple and Nvidia soar on record profit");
        assertThat(stories.get(0).getDouble(6)).isPositive();
        assertThat(stories.get(0).<String>getList(7)).containsExactly("AAPL", "NVDA");
        assertThat(stories.get(0).<Double>getList(8)).hasSize(2);
    }

    private static List<Map<String, String>> golden(String name) throws IOException {
        return CsvTable.read(GOLDEN.resolve(name + ".csv"));
    }

    private Dataset<Row> stories(List<Map<String, String>> golden) {
        List<Row> rows = golden.stream()
                .map(it -> {
                    List<String> links = Arrays.stream(cell(it, "links").split("\\|"))
                            .filter(link -> !link.isEmpty())
                            .toList();
                    return RowFactory.create(
                            Date.valueOf(DATE),
                            cell(it, "feed"),
                            cell(it, "id"),
                            Timestamp.from(Instant.parse(cell(it, "published_at"))),
                            cell(it, "headline"),
                            cell(it, "source"),
                            Double.valueOf(cell(it, "sentiment")),
                            links.stream()
                                    .map(link -> link.substring(0, link.indexOf('=')))
                                    .toArray(String[]::new),
                            links.stream()
                                    .map(link -> Double.valueOf(link.substring(link.indexOf('=') + 1)))
                                    .toArray(Double[]::new));
                })
                .toList();
        return session.createDataFrame(rows, Stories.SCHEMA);
    }

    private Dataset<Row> minutes(List<Map<String, String>> golden) {
        List<Row> rows = golden.stream()
                .map(it -> {
                    var start = Timestamp.from(Instant.parse(cell(it, "bucket")));
                    Double close = cell(it, "close").isEmpty() ? null : Double.valueOf(cell(it, "close"));
                    return RowFactory.create(
                            cell(it, "symbol"),
                            start,
                            close,
                            close,
                            close,
                            close,
                            1.0,
                            close,
                            1L,
                            1L,
                            0L,
                            start,
                            start);
                })
                .toList();
        return session.createDataFrame(rows, BarSchema.SCHEMA);
    }

    private static Map<ResultTable, Dataset<Row>> tables(Dataset<Row> stories, Dataset<Row> minutes) {
        Dataset<Row> returns = NewsReturns.of(stories, minutes);
        return Map.of(
                NewsDaily.TABLE,
                NewsDaily.of(stories),
                NewsSources.TABLE,
                NewsSources.of(stories),
                NewsReturns.TABLE,
                returns,
                NewsReaction.TABLE,
                NewsReaction.of(returns));
    }

    private static List<List<Row>> collected(Dataset<Row> stories, Dataset<Row> minutes) {
        return tables(stories, minutes).entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .map(entry -> inOrder(entry.getValue(), entry.getKey()))
                .toList();
    }

    private static List<Row> inOrder(Dataset<Row> rows, ResultTable table) {
        return rows.sort(table.key().stream().map(functions::col).toArray(Column[]::new))
                .collectAsList();
    }

    private static void assertGolden(Dataset<Row> rows, ResultTable table) throws IOException {
        assertThat(rows.schema().fieldNames()).isEqualTo(table.schema().fieldNames());
        List<String> key = table.key().subList(1, table.key().size());
        Map<String, Map<String, String>> expected = golden(table.name()).stream()
                .collect(Collectors.toMap(
                        row -> key.stream().map(column -> cell(row, column)).collect(Collectors.joining("/")),
                        row -> row));
        List<Row> found = rows.collectAsList();
        assertThat(found).as(table.name()).hasSameSizeAs(expected.keySet());
        for (Row row : found) {
            String name = key.stream().map(row::<String>getAs).collect(Collectors.joining("/"));
            assertThat(expected).containsKey(name);
            assertThat(row.getDate(0)).isEqualTo(Date.valueOf(DATE));
            for (String column : List.of(table.schema().fieldNames()).subList(1, row.length())) {
                assertCell(row.getAs(column), cell(expected.getOrDefault(name, Map.of()), column), name + " " + column);
            }
        }
    }

    private static void assertCell(@Nullable Object found, String expected, String where) {
        if (found instanceof Double number) {
            double value = Double.parseDouble(expected);
            double scale = Math.max(Math.abs(value), LEAST_SCALE);
            assertThat(number).as(where).isCloseTo(value, Offset.offset(scale * ONE_IN_A_BILLION));
        } else if (found instanceof Timestamp instant) {
            assertThat(instant.toInstant()).as(where).isEqualTo(Instant.parse(expected));
        } else {
            assertThat(found == null ? "" : found.toString()).as(where).isEqualTo(expected);
        }
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row);
        }
        return cell;
    }
}
