package io.tidemark.batch.bars;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.conditions.TradeEffects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarRollUpTest {
    private static final long MINUTE = 60_000;

    private static PartialBar trade(double price, long time) {
        var bar = new PartialBar();
        bar.addTrade(price, 1, time, 0, time, TradeEffects.ALL, false);
        return bar;
    }

    private static List<Bucket> rollUp(List<Map.Entry<MinuteKey, PartialBar>> minutes) {
        List<Bucket> buckets = new ArrayList<>();
        new BarRollUp(minutes.iterator()).forEachRemaining(buckets::add);
        return buckets;
    }

    @Test
    void nothing_gives_nothing() {
        assertThat(rollUp(List.of())).isEmpty();
    }

    @Test
    void a_key_that_comes_twice_is_one_bucket() {
        var key = new MinuteKey("A", 0);
        List<Bucket> buckets = rollUp(List.of(Map.entry(key, trade(2, 5)), Map.entry(key, trade(1, 3))));
        assertThat(buckets).hasSize(Interval.values().length);
        assertThat(buckets).allSatisfy(bucket -> {
            assertThat(bucket.toBar().open()).isEqualTo(1);
            assertThat(bucket.toBar().close()).isEqualTo(2);
            assertThat(bucket.content().counted()).isEqualTo(2);
        });
    }

    @Test
    void a_bucket_without_a_bar_is_kept_for_its_counts() {
        var onlyUpdates = new PartialBar();
        onlyUpdates.addPriceUpdate();
        assertThat(rollUp(List.of(Map.entry(new MinuteKey("A", 0), onlyUpdates))))
                .hasSize(5)
                .noneMatch(Bucket::isBar)
                .allMatch(bucket -> bucket.content().priceUpdates() == 1);
    }

    @Test
    void every_interval_equals_what_its_trades_make_directly() {
        var random = new Random(10);
        TreeMap<MinuteKey, PartialBar> minutes = new TreeMap<>();
        Map<String, PartialBar> expected = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            String symbol = "S" + random.nextInt(4);
            long time = random.nextInt(3 * 86_400_000);
            double price = (1 + random.nextInt(10_000)) / 100.0;
            minutes.computeIfAbsent(new MinuteKey(symbol, time - time % MINUTE), absent -> new PartialBar())
                    .merge(trade(price, time));
            for (Interval interval : Interval.values()) {
                String key = symbol + interval + interval.bucket(time);
                expected.computeIfAbsent(key, absent -> new PartialBar()).merge(trade(price, time));
            }
        }

        List<Bucket> buckets = rollUp(List.copyOf(minutes.entrySet()));

        assertThat(buckets).hasSize(expected.size());
        for (Bucket bucket : buckets) {
            PartialBar direct = expected.get(bucket.symbol() + bucket.interval() + bucket.start());
            assertThat(direct).isNotNull();
            assertThat(bucket.toBar()).isEqualTo(direct.toBar(bucket.symbol(), bucket.interval(), bucket.start()));
        }
    }

    @Test
    void buckets_of_an_interval_come_in_the_order_of_symbol_and_time() {
        TreeMap<MinuteKey, PartialBar> minutes = new TreeMap<>();
        for (String symbol : List.of("B", "A")) {
            for (long minute = 0; minute < 120; minute += 3) {
                minutes.put(new MinuteKey(symbol, minute * MINUTE), trade(1, minute * MINUTE));
            }
        }
        List<Bucket> buckets = rollUp(List.copyOf(minutes.entrySet()));
        for (Interval interval : Interval.values()) {
            assertThat(buckets.stream().filter(bucket -> bucket.interval() == interval))
                    .extracting(bucket -> new MinuteKey(bucket.symbol(), bucket.start()))
                    .isSorted();
        }
    }
}
