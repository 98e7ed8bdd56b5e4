package io.tidemark.dashboard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.feed.ServingFault;
import io.tidemark.dashboard.feed.ServingUnavailableException;
import io.tidemark.dashboard.market.Bar;
import io.tidemark.dashboard.market.BarInterval;
import io.tidemark.dashboard.market.BarLayer;
import io.tidemark.dashboard.market.BarRequest;
import io.tidemark.dashboard.market.BatchCoverage;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.market.LiveState;
import io.tidemark.dashboard.market.Overview;
import io.tidemark.dashboard.market.SeriesKey;
import io.tidemark.dashboard.market.ServingSession;
import io.tidemark.dashboard.news.Alert;
import io.tidemark.dashboard.news.Buzz;
import io.tidemark.dashboard.news.NewsBoard;
import io.tidemark.dashboard.news.NewsItem;
import io.tidemark.dashboard.news.NewsReader;
import io.tidemark.dashboard.news.SymbolLink;
import io.tidemark.dashboard.news.Trend;
import io.tidemark.dashboard.settings.DashboardSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcServingReaderIT {
    private static final Instant OPENING = Instant.parse("2026-11-23T14:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final EmbeddedServing serving;
    private final TestMarket market;
    private final HikariDataSource pool;
    private final JdbcServingReader reader;

    JdbcServingReaderIT() throws Exception {
        serving = EmbeddedServing.start();
        market = serving.create("filled");
        pool = ServingDatabase.open(serving.reader("filled"));
        reader = new JdbcServingReader(pool);
    }

    @BeforeAll
    void publish() {
        List<TestMarket.Minute> minutes = new ArrayList<>(TestMarket.walk("IBM", OPENING, 90, 180));
        minutes.add(new TestMarket.Minute("IBM", OPENING.plus(Duration.ofMinutes(90)), null));
        minutes.addAll(TestMarket.walk("SPY", OPENING, 30, 166));
        market.publish(minutes, OPENING.plus(Duration.ofMinutes(91)));
        market.fail(DAY, "a checksum differs");
    }

    @AfterAll
    void stop() throws Exception {
        pool.close();
        serving.close();
    }

    private Overview overview() {
        return reader.readAtOnce(ServingSession::overview);
    }

    private Map<SeriesKey, List<Bar>> bars(BarRequest... requests) {
        return reader.readAtOnce(session -> session.bars(List.of(requests)));
    }

    @Test
    void quotes_are_the_watchlist() {
        Overview overview = overview();

        assertThat(overview.quotes()).extracting("symbol").containsExactly("IBM", "SPY");
        assertThat(overview.quote("IBM")).hasValueSatisfying(quote -> {
            assertThat(quote.closes()).hasSize(60).last().isEqualTo(quote.last());
            assertThat(quote.lastTime())
                    .isEqualTo(OPENING.plus(Duration.ofMinutes(89).plusSeconds(59)));
            assertThat(quote.volume()).isEqualTo(9100);
            assertThat(quote.change()).isNotNull();
            assertThat(quote.changePercent()).isNotNull();
        });
    }

    @Test
    void coverage_says_how_far_the_batch_has_come() {
        assertThat(overview().coverage()).satisfies(coverage -> {
            assertThat(coverage).isNotNull();
            assertThat(coverage)
                    .usingRecursiveComparison()
                    .ignoringFields("publishedAt")
                    .isEqualTo(
                            new BatchCoverage(1, DAY, DAY, OPENING.plus(Duration.ofMinutes(91)), Instant.EPOCH, 1210));
        });
    }

    @Test
    void runs_come_newest_first_with_their_fate() {
        assertThat(overview().runs()).hasSize(2);
        assertThat(overview().runs().getFirst()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(BatchRun.State.FAILED);
            assertThat(run.message()).isEqualTo("a checksum differs");
            assertThat(run.rowsRead()).isNull();
        });
        assertThat(overview().runs().getLast()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(BatchRun.State.PUBLISHED);
            assertThat(run.rowsRead()).isEqualTo(1210);
            assertThat(run.rowsKeptOut()).isZero();
            assertThat(run.finishedAt()).isAfterOrEqualTo(run.startedAt());
        });
    }

    @Test
    void one_query_reads_many_series_each_from_its_own_instant() {
        SeriesKey minutes = new SeriesKey("IBM", BarInterval.MINUTE);
        SeriesKey quarters = new SeriesKey("SPY", BarInterval.QUARTER_HOUR);
        SeriesKey unknown = new SeriesKey("NOPE", BarInterval.DAY);

        Map<SeriesKey, List<Bar>> bars = bars(
                new BarRequest(minutes, OPENING.plus(Duration.ofMinutes(80))),
                new BarRequest(quarters, Instant.EPOCH),
                new BarRequest(unknown, Instant.EPOCH));

        assertThat(bars.get(minutes))
                .hasSize(11)
                .isSortedAccordingTo((one, other) -> one.bucket().compareTo(other.bucket()));
        assertThat(bars.get(quarters)).hasSize(2);
        assertThat(bars.get(unknown)).isEmpty();
    }

    @Test
    void a_bar_keeps_all_its_figures() {
        SeriesKey day = new SeriesKey("IBM", BarInterval.DAY);

        assertThat(bars(new BarRequest(day, Instant.EPOCH)).get(day))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.bucket()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
                    assertThat(bar.open()).isCloseTo(180, within(2.0));
                    assertThat(bar.high()).isGreaterThan(bar.low());
                    assertThat(bar.volume()).isEqualTo(9100);
                    assertThat(bar.trades()).isEqualTo(910);
                    assertThat(bar.eligibleTrades()).isEqualTo(819);
                    assertThat(bar.firstTradeTime()).isEqualTo(OPENING);
                    assertThat(bar.layer()).isEqualTo(BarLayer.BATCH);
                });
    }

    @Test
    void a_minute_in_which_nothing_may_set_a_price_has_none() {
        SeriesKey minutes = new SeriesKey("IBM", BarInterval.MINUTE);

        assertThat(bars(new BarRequest(minutes, OPENING.plus(Duration.ofMinutes(90))))
                        .get(minutes))
                .singleElement()
                .satisfies(bar -> {
                    assertThat(bar.open()).isNull();
                    assertThat(bar.close()).isNull();
                    assertThat(bar.vwap()).isNull();
                    assertThat(bar.volume()).isEqualTo(100);
                });
    }

    @Test
    void live_prices_gaps_and_layers_are_those_of_the_speed_layer() {
        TestMarket live = serving.create("live");
        live.publish(TestMarket.walk("IBM", OPENING, 40, 180), OPENING.plus(Duration.ofMinutes(40)));
        Instant newest = OPENING.plus(Duration.ofMinutes(44));
        live.speed().minute("IBM", newest, 180, 181);
        live.speed().price("IBM", 181.25, 180, newest.plusSeconds(7));
        live.speed().gap(newest.minusSeconds(90), newest, "connection closed: 1006", "IBM", "SPY");
        SeriesKey quarters = new SeriesKey("IBM", BarInterval.QUARTER_HOUR);

        try (HikariDataSource connections = ServingDatabase.open(serving.reader("live"))) {
            JdbcServingReader reads = new JdbcServingReader(connections);
            assertThat(reads.<LiveState>readAtOnce(ServingSession::live)).satisfies(state -> {
                assertThat(state.coverage()).isNotNull();
                assertThat(state.prices()).singleElement().satisfies(price -> {
                    assertThat(price.price()).isEqualTo(181.25);
                    assertThat(price.change()).isEqualTo(1.25);
                    assertThat(price.tradeTime()).isEqualTo(newest.plusSeconds(7));
                    assertThat(price.session()).isEqualTo(DAY);
                });
            });
            assertThat(reads.<Overview>readAtOnce(ServingSession::overview).gaps())
                    .containsExactly(new FeedGap(
                            "finnhub",
                            newest.minusSeconds(90),
                            newest,
                            Set.of("IBM", "SPY"),
                            "connection closed: 1006"));
            List<Bar> bars = reads.<Map<SeriesKey, List<Bar>>>readAtOnce(
                            session -> session.bars(List.of(new BarRequest(quarters, OPENING))))
                    .getOrDefault(quarters, List.of());
            assertThat(bars).extracting(Bar::layer).containsExactly(BarLayer.BATCH, BarLayer.BATCH, BarLayer.MERGED);
        }
    }

    @Test
    void news_alerts_terms_and_buzz_are_those_of_the_speed_layer() {
        TestSpeed speed = serving.create("news").speed();
        speed.story("1", OPENING, "Chip maker beats estimates", "https://news.example/1", "NVDA", 0.92, 0.6);
        speed.story("2", OPENING.plusSeconds(60), "A quiet morning", "", "", 0, 0);
        speed.alert("a", "news-burst", "warning", "NVDA", OPENING, "12 stories in 5 minutes");
        speed.trend(OPENING, "chip maker", 7, 3.4);
        speed.buzz(OPENING, "NVDA", 12, 4.5);

        try (HikariDataSource connections = ServingDatabase.open(serving.reader("news"))) {
            JdbcNewsReader reads = new JdbcNewsReader(connections);
            List<NewsItem> items = reads.readAtOnce(session -> session.newest(10));
            assertThat(items).extracting(NewsItem::id).containsExactly("2", "1");
            assertThat(items.getLast()).satisfies(item -> {
                assertThat(item.links()).containsExactly(new SymbolLink("NVDA", 0.92));
                assertThat(item.sentiment()).isEqualTo(0.6);
                assertThat(item.link()).isPresent();
            });
            assertThat(items.getFirst().links()).isEmpty();
            Instant written = items.getLast().updatedAt();
            assertThat(reads.<List<NewsItem>>readAtOnce(session -> session.written(OPENING, written, 10)))
                    .extracting(NewsItem::id)
                    .containsExactly("2");
            assertThat(reads.<NewsBoard>readAtOnce(NewsReader.Session::board))
                    .isEqualTo(new NewsBoard(
                            List.of(new Alert(
                                    "a",
                                    "news-burst",
                                    Alert.Severity.WARNING,
                                    "NVDA",
                                    OPENING,
                                    "12 stories in 5 minutes")),
                            List.of(new Trend("chip maker", 7, 3.4)),
                            List.of(new Buzz("NVDA", 12, 4.5))));
        }
    }

    @Test
    void an_empty_serving_layer_is_an_empty_overview() {
        serving.create("vacant");
        try (HikariDataSource vacant = ServingDatabase.open(serving.reader("vacant"))) {
            assertThat(new JdbcServingReader(vacant).<Overview>readAtOnce(ServingSession::overview))
                    .isEqualTo(Overview.EMPTY);
        }
    }

    @Test
    void the_reader_cannot_write() {
        assertThatThrownBy(() -> JdbcClient.create(pool)
                        .sql("SELECT batch.start_run(current_date, 'x', 'x')")
                        .query(Long.class)
                        .single())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void a_database_without_the_serving_layer_is_not_migrated() {
        serving.createBare("bare");

        assertThat(fault(serving.reader("bare")).kind()).isEqualTo(ServingFault.Kind.NOT_MIGRATED);
    }

    @Test
    void a_database_that_does_not_exist_is_not_migrated_either() {
        assertThat(fault(serving.reader("nowhere"))).satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(ServingFault.Kind.NOT_MIGRATED);
            assertThat(fault.detail()).contains("\"nowhere\" does not exist");
        });
    }

    @Test
    void a_role_that_is_not_there_is_refused() {
        String url = EmbeddedServing.url("filled", serving.port());

        assertThat(fault(new DashboardSettings.Database(url, "nobody_here", "wrong"))
                        .kind())
                .isEqualTo(ServingFault.Kind.REFUSED);
    }

    @Test
    void a_port_where_nothing_listens_is_unreachable() {
        String url = EmbeddedServing.url("filled", 1);

        assertThat(fault(new DashboardSettings.Database(url, "dashboard_reader", "x")))
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(ServingFault.Kind.UNREACHABLE);
                    assertThat(fault.detail()).contains("refused").doesNotContain("\n");
                });
    }

    @Test
    void a_statement_that_takes_too_long_is_ended_by_the_database() {
        assertThatThrownBy(() -> reader.readAtOnce(session -> JdbcClient.create(pool)
                        .sql("SELECT pg_sleep(60)")
                        .query((row, n) -> n)
                        .list()))
                .isInstanceOfSatisfying(
                        ServingUnavailableException.class,
                        e -> assertThat(e.fault().kind()).isEqualTo(ServingFault.Kind.SLOW));
    }

    private static ServingFault fault(DashboardSettings.Database database) {
        try (HikariDataSource pool = ServingDatabase.open(database)) {
            new JdbcServingReader(pool).readAtOnce(ServingSession::overview);
            throw new AssertionError("could read " + database);
        } catch (ServingUnavailableException e) {
            return e.fault();
        }
    }
}
