package io.tidemark.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.simulator.trade.FeedTrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SimulatedMarketTest {

    /** A Tuesday, 00:00 UTC. */
    private static final long START = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();

    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final PriceImpact NEVER = new PriceImpact(Long.MAX_VALUE, 0, 0);

    private static final List<FeedTrade> HALF_HOUR = until(market(MarketHours.ALWAYS, 57, 0), START + HOUR / 2);

    private static SimulatedMarket market(MarketHours hours, double rate, double priceUpdates, PriceImpact... impacts) {
        MarketSettings settings = new MarketSettings(SymbolProfiles.DEFAULT_SYMBOLS, rate, 0.7, hours, priceUpdates, 5);
        Iterator<PriceImpact> all =
                Stream.concat(Stream.of(impacts), Stream.generate(() -> NEVER)).iterator();
        return new SimulatedMarket(settings, START, all);
    }

    private static List<FeedTrade> until(SimulatedMarket market, long end) {
        List<FeedTrade> trades = new ArrayList<>();
        for (FeedTrade trade = market.next(); trade.tradeTime() < end; trade = market.next()) {
            trades.add(trade);
        }
        return trades;
    }

    private static double share(List<FeedTrade> trades, Predicate<FeedTrade> of) {
        return (double) trades.stream().filter(of).count() / trades.size();
    }

    private static boolean isEquity(FeedTrade trade) {
        return trade.symbol().indexOf(':') < 0;
    }

    @Test
    void one_seed_makes_one_tape() {
        List<FeedTrade> once = until(market(MarketHours.ALWAYS, 57, 0.01), START + HOUR / 4);
        List<FeedTrade> again = until(market(MarketHours.ALWAYS, 57, 0.01), START + HOUR / 4);
        assertThat(again).isEqualTo(once).hasSizeGreaterThan(10_000);
    }

    @Test
    void the_mean_rate_over_a_day_is_the_one_asked_for_and_the_day_is_u_shaped() {
        List<FeedTrade> trades = until(market(MarketHours.ALWAYS, 5, 0), START + DAY);
        assertThat(trades.size() / 86_400.0).isCloseTo(5, within(0.25));

        long first =
                trades.stream().filter(t -> t.tradeTime() < START + 2 * HOUR).count();
        long noon = trades.stream()
                .filter(t -> t.tradeTime() >= START + 11 * HOUR && t.tradeTime() < START + 13 * HOUR)
                .count();
        long last =
                trades.stream().filter(t -> t.tradeTime() >= START + 22 * HOUR).count();
        assertThat((double) first / noon).isBetween(1.9, 3.5);
        assertThat((double) last / noon).isBetween(1.9, 3.5);
    }

    @Test
    void symbols_trade_by_zipfs_law() {
        List<FeedTrade> trades = until(market(MarketHours.ALWAYS, 20, 0), START + 2 * HOUR);
        Map<String, Long> counts =
                trades.stream().collect(Collectors.groupingBy(FeedTrade::symbol, Collectors.counting()));
        assertThat((double) count(counts, "AAPL") / count(counts, "NVDA")).isCloseTo(2, within(0.25));
        assertThat((double) count(counts, "AAPL") / count(counts, "AMZN")).isCloseTo(5, within(0.7));
        assertThat(counts).hasSize(SymbolProfiles.DEFAULT_SYMBOLS.size());
    }

    private static long count(Map<String, Long> counts, String symbol) {
        return counts.getOrDefault(symbol, 0L);
    }

    @Test
    void half_of_the_trades_are_odd_lots_and_much_of_the_rest_is_exactly_a_hundred() {
        List<FeedTrade> trades =
                HALF_HOUR.stream().filter(SimulatedMarketTest::isEquity).toList();
        Function<FeedTrade, Integer> shares = trade -> Integer.parseInt(trade.volume());

        assertThat(share(trades, t -> shares.apply(t) < 100)).isCloseTo(0.5, within(0.02));
        assertThat(share(trades, t -> shares.apply(t) == 100)).isCloseTo(0.3, within(0.02));
        for (int cluster : new int[] {1, 5, 10, 50}) {
            assertThat(share(trades, t -> shares.apply(t) == cluster)).isBetween(0.04, 0.13);
        }
        assertThat(share(trades, t -> shares.apply(t) > 1_000)).isBetween(0.0005, 0.01);
        assertThat(trades.stream().filter(t -> t.conditions().contains("12"))).allMatch(t -> shares.apply(t) < 100);
    }

    @Test
    void prices_lie_on_cents_and_bounce_between_bid_and_ask() {
        List<FeedTrade> trades = HALF_HOUR;
        assertThat(trades).allMatch(t -> t.price().matches("\\d+(\\.\\d{1,2})?"));

        double[] prices = trades.stream()
                .filter(t -> t.symbol().equals("AAPL"))
                .mapToDouble(t -> Double.parseDouble(t.price()))
                .toArray();
        double covariance = 0;
        double variance = 0;
        for (int i = 2; i < prices.length; i++) {
            covariance += (prices[i] - prices[i - 1]) * (prices[i - 1] - prices[i - 2]);
            variance += (prices[i] - prices[i - 1]) * (prices[i] - prices[i - 1]);
        }
        // Roll (1984): bounce makes neighbouring price changes negatively correlated.
        assertThat(covariance / variance).isBetween(-0.5, -0.1);
    }

    @Test
    void price_updates_are_as_frequent_as_asked_for() {
        List<FeedTrade> trades = until(market(MarketHours.ALWAYS, 57, 0.1), START + HOUR / 4);
        assertThat(share(trades, FeedTrade::isPriceUpdate)).isCloseTo(0.1, within(0.01));
        assertThat(trades.stream().filter(FeedTrade::isPriceUpdate))
                .allMatch(t -> t.volume().equals("0") && t.conditions().isEmpty());
    }

    @Test
    void news_makes_its_symbol_jump_and_trade_and_no_other() {
        long at = START + HOUR / 6;
        PriceImpact impact = new PriceImpact(at, 0, 0.05);
        List<FeedTrade> calm = until(market(MarketHours.ALWAYS, 57, 0), START + HOUR / 4);
        List<FeedTrade> struck = until(market(MarketHours.ALWAYS, 57, 0, impact), START + HOUR / 4);

        double before = lastPrice(struck, "AAPL", at);
        double after = lastPrice(struck, "AAPL", at + 5_000);
        assertThat(Math.log(after / before)).isCloseTo(0.05, within(0.005));
        double other = lastPrice(struck, "SPY", at + 5_000) / lastPrice(struck, "SPY", at);
        assertThat(Math.log(other)).isCloseTo(0, within(0.005));
        assertThat(tradesIn(struck, "AAPL", at, 30_000)).isGreaterThan(tradesIn(calm, "AAPL", at, 30_000) + 300);
    }

    private static double lastPrice(List<FeedTrade> trades, String symbol, long before) {
        return trades.stream()
                .filter(t -> t.symbol().equals(symbol) && t.tradeTime() < before)
                .reduce((a, b) -> b)
                .map(t -> Double.parseDouble(t.price()))
                .orElseThrow();
    }

    private static long tradesIn(List<FeedTrade> trades, String symbol, long from, long ms) {
        return trades.stream()
                .filter(t -> t.symbol().equals(symbol) && t.tradeTime() >= from && t.tradeTime() < from + ms)
                .count();
    }

    @Test
    void a_day_has_opening_and_closing_prints() {
        List<FeedTrade> trades = until(market(MarketHours.ALWAYS, 1, 0), START + DAY + 1_000);
        assertThat(withCondition(trades, "36")).hasSize(20).allMatch(t -> t.tradeTime() == START + DAY - 1);
        assertThat(withCondition(trades, "19")).hasSize(20).allMatch(t -> t.tradeTime() == START + DAY);
        assertThat(withCondition(trades, "16")).hasSize(20);
        assertThat(withCondition(trades, "20")).hasSize(20);
        assertThat(withCondition(trades, "36")).allMatch(t -> Integer.parseInt(t.volume()) >= 20_000);
    }

    private static List<FeedTrade> withCondition(List<FeedTrade> trades, String code) {
        return trades.stream().filter(t -> t.conditions().contains(code)).toList();
    }

    @Test
    void us_hours_open_at_half_past_nine_in_new_york_and_only_crypto_trades_at_night() {
        List<FeedTrade> trades = until(market(MarketHours.US, 10, 0), START + DAY);
        long open = Instant.parse("2026-11-24T14:30:00Z").toEpochMilli();
        long close = Instant.parse("2026-11-24T21:00:00Z").toEpochMilli();

        assertThat(withCondition(trades, "19")).hasSize(20).allMatch(t -> t.tradeTime() == open);
        assertThat(withCondition(trades, "36")).hasSize(20).allMatch(t -> t.tradeTime() == close);
        List<FeedTrade> extended = withCondition(trades, "24");
        assertThat(extended).isNotEmpty().allMatch(t -> t.tradeTime() < open || t.tradeTime() >= close);
        List<FeedTrade> night = trades.stream()
                .filter(t -> t.tradeTime() > START + HOUR + 60_000 && t.tradeTime() < START + 9 * HOUR)
                .toList();
        assertThat(night).isNotEmpty().noneMatch(SimulatedMarketTest::isEquity);
        double perSecond = (double) trades.stream()
                        .filter(t -> isEquity(t) && t.tradeTime() > open && t.tradeTime() < close)
                        .count()
                / ((close - open) / 1_000.0);
        assertThat(perSecond).isBetween(9.0, 10.3);
    }
}
