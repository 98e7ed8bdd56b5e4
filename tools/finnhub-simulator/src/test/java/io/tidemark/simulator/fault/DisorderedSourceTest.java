package io.tidemark.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
        return disordered(day(), board(faults), new GroundTruth());
    }

    private static FaultBoard board(String faults) {
        var board = new FaultBoard(5);
        board.put(new FaultDocuments().merge(FaultPlan.NONE, faults));
        return board;
    }

    private static List<FeedTrade> disordered(List<FeedTrade> trades, FaultBoard board, GroundTruth truth) {
        List<FeedTrade> out = new ArrayList<>();
        try (var source = new DisorderedSource(source(trades), board, truth)) {
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

    @Test
    void trades_that_are_held_back_with_another_are_counted_like_it() {
        var trades = List.of(trade(1, 1_000), trade(2, 1_000), trade(3, 1_000), trade(4, 9_000));
        var truth = new GroundTruth();
        FaultBoard board = board("{\"late\": {\"count\": 1, \"maxMs\": 5000}}");

        List<FeedTrade> out = disordered(trades, board, truth);

        assertThat(out).containsExactlyElementsOf(trades);
        assertThat(truth.totals().injected()).containsExactly(entry("late", 3L));
        assertThat(board.struck()).containsExactly(entry(FaultKind.LATE, 3L));
    }

    @Test
    void a_trade_that_comes_when_the_others_of_its_millisecond_are_out_is_not_held_back_with_them() {
        var trades = List.of(trade(1, 1_000), trade(2, 9_000), trade(3, 1_000));
        var truth = new GroundTruth();

        List<FeedTrade> out = disordered(trades, board("{\"reorder\": {\"count\": 1, \"maxMs\": 260}}"), truth);

        assertThat(out).containsExactlyElementsOf(trades);
        assertThat(truth.totals().injected()).containsExactly(entry("reorder", 1L));
    }

    private static FeedTrade trade(int number, long time) {
        return new FeedTrade("A", "1.5", Integer.toString(number), time, List.of());
    }
}
