package io.tidemark.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.speed.fixture.ListSource;
import io.tidemark.speed.fixture.Received;
import io.tidemark.speed.fixture.TestTiming;
import io.tidemark.speed.fixture.TestTrade;
import io.tidemark.speed.gap.ObservedGap;
import io.tidemark.speed.trade.IncomingTrade;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** State is found again by the uids of operators. */
class OperatorUidsTest {
    /** A uid may be added; one that is changed or goes takes its state with it, and restoring a savepoint is refused. */
    private static final Set<String> UIDS = Set.of(
            "admission",
            "alerts-batch",
            "alerts-sink",
            "bars-batch",
            "bars-sink",
            "combiner",
            "feed-gaps",
            "gap-alerts",
            "gaps-sink",
            "last-prices",
            "late-counts-batch",
            "late-counts-sink",
            "late-trades",
            "live-bars",
            "price-moves",
            "prices-batch",
            "prices-sink",
            "refused-sink",
            "trades");

    private static StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.createLocalEnvironment(1, JobConfiguration.topology());
    }

    @Test
    void every_operator_has_the_uid_that_its_state_is_saved_under() {
        try (Received received = Received.open();
                ListSource<IncomingTrade> trades = ListSource.ofTrades(List.of(TestTrade.at(0, 1, 1)));
                ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment env = environment();
            SpeedLayerTopology.define(
                    env, new SpeedLayerSources(trades.atOnce(), gaps.atOnce()), received.sinks(), TestTiming.QUICK);

            Set<String> uids = new TreeSet<>();
            for (StreamNode node : env.getStreamGraph().getStreamNodes()) {
                assertThat(node.getTransformationUID())
                        .as(node.getOperatorName())
                        .isNotNull();
                uids.add(node.getTransformationUID().replace("Writer: ", ""));
            }
            assertThat(uids).containsExactlyInAnyOrderElementsOf(UIDS);
        }
    }

    @Test
    void an_operator_without_a_uid_is_refused() {
        try (ListSource<ObservedGap> gaps = ListSource.ofAGap()) {
            StreamExecutionEnvironment env = environment();
            env.fromSource(
                            gaps.atOnce(),
                            WatermarkStrategy.noWatermarks(),
                            "gaps",
                            TypeInformation.of(ObservedGap.class))
                    .uid("gaps")
                    .sinkTo(new DiscardingSink<>());
            assertThatThrownBy(env::getStreamGraph).hasMessageContaining("no UID or hash has been assigned");
        }
    }
}
