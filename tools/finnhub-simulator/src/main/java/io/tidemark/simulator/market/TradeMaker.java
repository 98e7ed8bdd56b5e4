package io.tidemark.simulator.market;

import io.tidemark.simulator.trade.FeedTrade;
import java.util.List;
import java.util.SplittableRandom;

/** Makes single trades: price on the grid, size, sale conditions. */
final class TradeMaker {

    private final List<SymbolProfile> profiles;
    private final double priceUpdates;
    private final SplittableRandom random;
    private final Quotes quotes;
    private final TradeSizes sizes;
    private final SaleConditions conditions;

    /**
     * A maker for some symbols.
     *
     * @param profiles the symbols
     * @param priceUpdates share of price updates, 0 to 1
     * @param random belongs to this object from now on
     */
    TradeMaker(List<SymbolProfile> profiles, double priceUpdates, SplittableRandom random) {
        this.profiles = profiles;
        this.priceUpdates = priceUpdates;
        this.random = random;
        this.quotes = new Quotes(profiles.size(), random.split());
        this.sizes = new TradeSizes(random.split());
        this.conditions = new SaleConditions(random.split());
    }

    /** An ordinary trade, or now and then a price update. */
    FeedTrade trade(int index, double fairPrice, long time, boolean extendedHours) {
        SymbolProfile profile = profiles.get(index);
        if (random.nextDouble() < priceUpdates) {
            return new FeedTrade(profile.symbol(), Quotes.text(fairPrice), "0", time, List.of());
        }
        String price = quotes.tradePrice(index, fairPrice);
        if (profile.isCrypto()) {
            return new FeedTrade(profile.symbol(), price, sizes.cryptoUnits(), time, List.of());
        }
        int shares = sizes.shares();
        return new FeedTrade(
                profile.symbol(), price, Integer.toString(shares), time, conditions.of(shares, extendedHours));
    }

    /** The opening or closing print, and the official price that repeats it and is no trade of its own. */
    List<FeedTrade> auction(int index, double fairPrice, TradingDay.Boundary boundary) {
        String symbol = profiles.get(index).symbol();
        String price = Quotes.text(fairPrice);
        String shares = Integer.toString(sizes.auctionShares());
        List<String> print = boundary.opening() ? SaleConditions.OPENING_PRINT : SaleConditions.CLOSING_PRINT;
        List<String> official = boundary.opening() ? SaleConditions.OFFICIAL_OPEN : SaleConditions.OFFICIAL_CLOSE;
        return List.of(
                new FeedTrade(symbol, price, shares, boundary.time(), print),
                new FeedTrade(symbol, price, shares, boundary.time(), official));
    }
}
