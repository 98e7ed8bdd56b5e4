package io.tidemark.simulator.market;

import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An endless tape of trades in the order of time, made from a seed: trades cause trades, popular symbols trade most, prices
 * move together, and news makes them jump and trade.
 */
public final class SimulatedMarket implements TradeSource {

    private static final double CHILD_DELAY_MS = 500;
    private static final double ZIPF_EXPONENT = 1.0;
    private static final double BURST_DELAY_MS = 20_000;
    private static final double BURST_SECONDS_OF_TRADES = 30;

    private final List<SymbolProfile> profiles;
    private final List<TradingDay> days;
    private final double[] tradesPerMs;
    private final Arrivals arrivals;
    private final PriceModel prices;
    private final TradeMaker trades;
    private final Iterator<PriceImpact> impacts;
    private final Deque<FeedTrade> ready = new ArrayDeque<>();
    private final TradingDay session;
    private TradingDay.Boundary boundary;
    private PriceImpact impact;

    /**
     * A market that opens its books at a time.
     *
     * @param settings what kind of market
     * @param start epoch ms; no trade is before it
     * @param impacts endless, in the order of time
     */
    public SimulatedMarket(MarketSettings settings, long start, Iterator<PriceImpact> impacts) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        this.profiles = SymbolProfiles.of(settings.symbols());
        this.session = settings.hours().day();
        this.days = profiles.stream()
                .map(profile -> profile.isCrypto() ? new FlatDay() : session)
                .toList();
        this.tradesPerMs = zipf(profiles.size(), settings.tradesPerSecond() / 1000);
        this.arrivals = new Arrivals(streams(), settings.branching(), CHILD_DELAY_MS, start, random.split());
        this.prices = new PriceModel(profiles, days, start, random.split());
        this.trades = new TradeMaker(profiles, settings.priceUpdates(), random.split());
        this.boundary = session.nextBoundary(start);
        this.impacts = impacts;
        this.impact = impacts.next();
    }

    private static double[] zipf(int symbols, double total) {
        double sum = IntStream.rangeClosed(1, symbols)
                .mapToDouble(rank -> Math.pow(rank, -ZIPF_EXPONENT))
                .sum();
        return IntStream.rangeClosed(1, symbols)
                .mapToDouble(rank -> total * Math.pow(rank, -ZIPF_EXPONENT) / sum)
                .toArray();
    }

    private List<Arrivals.Stream> streams() {
        return IntStream.range(0, profiles.size())
                .mapToObj(i -> new Arrivals.Stream(
                        tradesPerMs[i], days.get(i)::activity, days.get(i).maxActivity()))
                .toList();
    }

    @Override
    public FeedTrade next() {
        while (ready.isEmpty()) {
            Arrivals.Event event = arrivals.next();
            long time = (long) event.time();
            strikeNewsUntil(time);
            printBoundariesUntil(time);
            prices.advanceTo(time);
            boolean extended = days.get(event.stream()).phase(time) == TradingDay.Phase.EXTENDED;
            ready.add(trades.trade(event.stream(), prices.price(event.stream()), time, extended));
        }
        return ready.remove();
    }

    private void strikeNewsUntil(long time) {
        while (impact.time() <= time) {
            prices.advanceTo(impact.time());
            prices.jump(impact.symbol(), impact.logReturn());
            int burst = (int) Math.ceil(tradesPerMs[impact.symbol()] * 1000 * BURST_SECONDS_OF_TRADES);
            arrivals.excite(impact.symbol(), (double) time, burst, BURST_DELAY_MS);
            impact = impacts.next();
        }
    }

    private void printBoundariesUntil(long time) {
        while (boundary.time() <= time) {
            prices.advanceTo(boundary.time());
            for (int i = 0; i < profiles.size(); i++) {
                if (!profiles.get(i).isCrypto()) {
                    ready.addAll(trades.auction(i, prices.price(i), boundary));
                }
            }
            boundary = session.nextBoundary(boundary.time());
        }
    }

    /** Nothing to free. */
    @Override
    public void close() {}
}
