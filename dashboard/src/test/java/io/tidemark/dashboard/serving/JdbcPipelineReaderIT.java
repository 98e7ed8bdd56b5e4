package io.tidemark.dashboard.serving;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.pipeline.DateDetail;
import io.tidemark.dashboard.pipeline.DateDetail.DeadLetters;
import io.tidemark.dashboard.pipeline.DateHealth;
import io.tidemark.dashboard.pipeline.Hop;
import io.tidemark.dashboard.pipeline.LedgerRun;
import io.tidemark.dashboard.pipeline.PipelineReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The queries for the pipeline's state on a real PostgreSQL, as the dashboard's own role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcPipelineReaderIT {
    private static final Instant OPENING = Instant.parse("2026-11-23T14:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final EmbeddedServing serving;
    private final HikariDataSource pool;
    private final JdbcPipelineReader reader;

    JdbcPipelineReaderIT() throws Exception {
        serving = EmbeddedServing.start();
        TestMarket market = serving.create("pipeline");
        for (int minute = 0; minute < 30; minute++) {
            market.speed().minute("IBM", OPENING.plus(Duration.ofMinutes(minute)), 180, 181);
        }
        market.speed().price("IBM", 181, 180, OPENING.plus(Duration.ofMinutes(30)));
        market.speed().gap(OPENING, OPENING.plusSeconds(20), "connection closed", "IBM");
        market.speed().gap(OPENING.plusSeconds(90), OPENING.plusSeconds(95), "silent", "IBM");
        List<TestMarket.Minute> minutes = new ArrayList<>(TestMarket.walk("IBM", OPENING, 20, 180));
        minutes.addAll(TestMarket.walk("SPY", OPENING, 20, 166));
        market.publish(minutes, OPENING.plus(Duration.ofMinutes(20)));
        market.analytics().derive(DAY);
        market.fail(DAY, "a checksum differs");
        pool = ServingDatabase.open(serving.reader("pipeline"));
        reader = new JdbcPipelineReader(pool);
    }

    @AfterAll
    void stop() throws Exception {
        pool.close();
        serving.close();
    }

    private DateDetail detail(LocalDate date) {
        return reader.readAtOnce(session -> session.of(date));
    }

    @Test
    void hops_tell_how_far_each_layer_is() {
        List<Hop> hops = reader.readAtOnce(PipelineReader.Session::hops);

        assertThat(hops).extracting(Hop::kind).containsExactlyInAnyOrder(Hop.Kind.values());
        assertThat(hops)
                .filteredOn(hop -> hop.kind() == Hop.Kind.LIVE)
                .singleElement()
                .satisfies(live -> {
                    assertThat(live.eventAt()).isEqualTo(OPENING.plus(Duration.ofMinutes(30)));
                    assertThat(live.rate()).contains(0.0);
                });
        assertThat(hops)
                .filteredOn(hop -> hop.kind() == Hop.Kind.SETTLED)
                .singleElement()
                .satisfies(settled -> {
                    assertThat(settled.eventAt()).isEqualTo(OPENING.plus(Duration.ofMinutes(20)));
                    assertThat(settled.events()).isEqualTo(400);
                });
    }

    @Test
    void gaps_and_runs_come_newest_first() {
        assertThat(reader.readAtOnce(PipelineReader.Session::gaps))
                .extracting(gap -> gap.reason())
                .containsExactly("silent", "connection closed");
        List<LedgerRun> runs = reader.readAtOnce(PipelineReader.Session::runs);
        assertThat(runs)
                .extracting(run -> run.run().state())
                .containsExactly(BatchRun.State.FAILED, BatchRun.State.PUBLISHED);
        assertThat(runs.getLast().files()).isEqualTo(1);
        assertThat(runs.getLast().bytes()).isEqualTo(1000);
        assertThat(runs.getLast().duration()).isPresent();
    }

    @Test
    void a_date_has_its_rows_its_agreement_and_its_verdict() {
        DateHealth day = reader.readAtOnce(PipelineReader.Session::dates).getFirst();

        assertThat(day.date()).isEqualTo(DAY);
        assertThat(day.rows().landed()).isEqualTo(400);
        assertThat(day.rows().holds()).isTrue();
        assertThat(day.verdict()).isEqualTo("good");
        assertThat(day.quarantined()).isEqualTo(4);
        assertThat(requireNonNull(day.agreement()).unequal()).isEqualTo(40);
    }

    @Test
    void the_detail_tells_symbols_hours_and_reasons() {
        DateDetail detail = detail(DAY);

        assertThat(detail.agreements()).extracting(each -> each.symbol()).containsExactly("IBM", "SPY");
        assertThat(detail.agreements().getFirst().agreement().different()).isEqualTo(20);
        assertThat(detail.agreements().getFirst().field()).isNotNull();
        assertThat(detail.agreements().getLast().agreement().onlyBatch()).isEqualTo(20);
        assertThat(detail.hours())
                .singleElement()
                .satisfies(hour -> assertThat(hour.rows().counted()).isEqualTo(400));
        assertThat(detail.qualities()).extracting(each -> each.verdict()).containsOnly("good");
        assertThat(detail.deadLetters())
                .containsExactly(new DeadLetters("not JSON", 3), new DeadLetters("price is missing", 1));
    }

    @Test
    void a_date_that_is_unknown_has_no_detail() {
        assertThat(detail(DAY.plusDays(1))).isEqualTo(DateDetail.EMPTY);
    }
}
