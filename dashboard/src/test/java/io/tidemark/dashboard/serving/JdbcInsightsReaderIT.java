package io.tidemark.dashboard.serving;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.insights.Correlation;
import io.tidemark.dashboard.insights.DateInsights;
import io.tidemark.dashboard.insights.DayFigures;
import io.tidemark.dashboard.insights.InsightsReader;
import io.tidemark.dashboard.insights.PublishedDate;
import io.tidemark.dashboard.insights.SymbolDay;
import io.tidemark.dashboard.insights.SymbolInsights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The queries for batch results on a real PostgreSQL, as the dashboard's own role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcInsightsReaderIT {
    private static final Instant OPENING = Instant.parse("2026-11-23T14:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final EmbeddedServing serving;
    private final HikariDataSource pool;
    private final JdbcInsightsReader reader;

    JdbcInsightsReaderIT() throws Exception {
        serving = EmbeddedServing.start();
        TestMarket market = serving.create("insights");
        for (int day = 1; day >= 0; day--) {
            List<TestMarket.Minute> minutes = new ArrayList<>();
            Instant opening = OPENING.minus(Duration.ofDays(day));
            minutes.addAll(TestMarket.walk("IBM", opening, 90, day == 1 ? 170 : 180));
            minutes.addAll(TestMarket.walk("SPY", opening, 90, day == 1 ? 170 : 166));
            market.publish(minutes, opening.plus(Duration.ofMinutes(90)));
            market.analytics().derive(DAY.minusDays(day));
        }
        pool = ServingDatabase.open(serving.reader("insights"));
        reader = new JdbcInsightsReader(pool);
    }

    @AfterAll
    void stop() throws Exception {
        pool.close();
        serving.close();
    }

    private DateInsights day(LocalDate date) {
        return reader.readAtOnce(session -> session.of(date));
    }

    private SymbolInsights symbol(String symbol) {
        return reader.readAtOnce(session -> session.of(new SymbolDay(DAY, symbol)));
    }

    @Test
    void published_dates_come_newest_first_with_how_far_they_are_complete() {
        List<PublishedDate> dates = reader.readAtOnce(InsightsReader.Session::dates);

        assertThat(dates).extracting(PublishedDate::date).containsExactly(DAY, DAY.minusDays(1));
        assertThat(dates.getFirst().coveredUntil()).isEqualTo(OPENING.plus(Duration.ofMinutes(90)));
    }

    @Test
    void movers_are_in_the_order_of_their_lists_and_ranks() {
        assertThat(day(DAY).movers())
                .extracting(mover -> mover.list() + " " + mover.rank() + " " + mover.symbol())
                .containsExactly("gainers 1 IBM", "losers 1 SPY", "active 1 IBM", "active 2 SPY");
        assertThat(day(DAY.minusDays(1)).movers())
                .extracting(mover -> mover.list())
                .containsOnly("active");
    }

    @Test
    void a_day_has_its_return_and_volatility_and_the_first_has_no_return() {
        DayFigures ibm = day(DAY).figures().getFirst();

        assertThat(ibm.symbol()).isEqualTo("IBM");
        assertThat(ibm.change()).isNotNull();
        assertThat(ibm.close())
                .isEqualTo(requireNonNull(ibm.previousClose()) * (1 + requireNonNull(ibm.change())), within(1e-9));
        assertThat(ibm.volatility1m()).isPositive();
        assertThat(ibm.volatility5m()).isPositive();
        assertThat(ibm.averageTrueRange()).isNull();
        assertThat(ibm.notional()).isEqualTo(requireNonNull(ibm.vwap()) * 9000, within(1e-6));
        assertThat(day(DAY.minusDays(1)).figures())
                .extracting(DayFigures::change)
                .containsOnlyNulls();
    }

    @Test
    void every_pair_has_its_correlation_in_both_directions() {
        assertThat(day(DAY).correlations())
                .extracting(Correlation::symbol, Correlation::other, Correlation::samples)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("IBM", "SPY", 17),
                        org.assertj.core.groups.Tuple.tuple("SPY", "IBM", 17));
        assertThat(day(DAY).correlations().getFirst().correlation()).isBetween(-1.0, 1.0);
    }

    @Test
    void a_symbol_has_its_profile_its_value_area_and_its_sizes() {
        SymbolInsights ibm = symbol("IBM");

        assertThat(ibm.profile()).extracting(bin -> bin.price()).isSorted();
        assertThat(ibm.profile()).filteredOn(bin -> bin.pointOfControl()).hasSize(1);
        assertThat(ibm.profile().stream().mapToDouble(bin -> bin.volume()).sum())
                .isEqualTo(9000);
        SymbolInsights.ValueArea area = requireNonNull(ibm.valueArea());
        assertThat(area.pointOfControl()).isBetween(area.low(), area.high());
        assertThat(ibm.sizes()).extracting(bin -> bin.size()).isSorted();
        SymbolInsights.SizeDistribution sizes = requireNonNull(ibm.distribution());
        assertThat(sizes.deciles()).hasSize(9).isSorted();
        assertThat(sizes.oddLotShare()).isBetween(0.0, 1.0);
    }

    @Test
    void a_symbol_or_date_that_is_unknown_has_nothing() {
        assertThat(symbol("NOPE")).isEqualTo(SymbolInsights.EMPTY);
        assertThat(day(DAY.plusDays(1))).isEqualTo(DateInsights.EMPTY);
    }
}
