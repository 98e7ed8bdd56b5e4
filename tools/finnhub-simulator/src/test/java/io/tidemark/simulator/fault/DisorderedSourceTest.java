package io.tidemark.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import io.tidemark.simulator.truth.GroundTruth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisorderedSourceTest {
    private static final int TRADES = 5_000;

    /** In the order of time, up to a few of one symbol in a millisecond; the volume numbers them. */
    private static List<FeedTrade> day() {
        var random = new Random(11);
        List<FeedTrade> trades = new ArrayList<>();
        long time = 1_000_000;
        for (int i = 1; i <= TRADES; i++) {
            time += random.nextInt(3) == 0 ? random.nextInt(500) : 0;
            trades.add(new FeedTrade(random.nextBoolean() ? "A" : "B", "1.5", Integer.toString(i), time, List.of()));
        }
        return trades;
    }

    private static TradeSource source(List<FeedTrade> trades) {
        Iterator<FeedTrade> left = trades.iterator();
        return new TradeSource() {
            @Override
            public @Nullable FeedTrade next() {
                return left.hasNext() ? left.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private static List<FeedTrade> disordered(String faults) {
        var board = new FaultBoard(5);
        board.put(new FaultDocuments().merge(FaultPlan.NONE, faults));
        List<FeedTrade> out = new ArrayList<>();
        try (var source = new DisorderedSource(source(day()), board, new GroundTruth())) {
            FeedTrade trade;
            while ((trade = source.next()) != null) {
                out.add(trade);
            }
        }
        return out;
    }

    @Test
    void trades_come_out_of_order_and_none_is_lost() {
        List<FeedTrade> out = disordered("{\"reorder\": {\"probability\": 0.2, \"maxMs\": 5000}}");
        assertThat(out).containsExactlyInAnyOrderElementsOf(day()).isNotEqualTo(day());
    }

    @Test
    void trades_of_a_symbol_and_millisecond_keep_their_order() {
        List<FeedTrade> out = disordered(
                "{\"reorder\": {\"probability\": 0.2, \"maxMs\": 5000}, \"late\": {\"probability\": 0.05, \"maxMs\": 60000}}");
        Map<String, Integer> newest = new HashMap<>();
        for (FeedTrade trade : out) {
            int number = Integer.parseInt(trade.volume());
            Integer before = newest.put(trade.symbol() + trade.tradeTime(), number);
            assertThat(before == null || before < number).as("%s", trade).isTrue();
        }
    }
}
