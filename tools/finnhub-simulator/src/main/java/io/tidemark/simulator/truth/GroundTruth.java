package io.tidemark.simulator.truth;

import io.tidemark.simulator.trade.FeedTrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts what was written to the clients' sockets, per symbol and minute of event time.
 *
 * <p>A trade counts once per client it was written to, when the write has succeeded; copies of a frame and frames that a
 * fault put in are counted apart. Safe for several threads. Only the newest {@value #MAX_ROWS} rows (symbol and minute)
 * are kept; totals per symbol are kept for ever.
 */
public final class GroundTruth {

    static final int MAX_ROWS = 400_000;
    private static final long MINUTE_MS = 60_000;

    private final NavigableMap<Long, NavigableMap<String, Tally>> minutes = new TreeMap<>();
    private final NavigableMap<String, Tally> symbols = new TreeMap<>();
    private final NavigableMap<String, Long> injected = new TreeMap<>();
    private long frames;
    private long duplicateFrames;
    private long duplicateTrades;
    private long rows;
    private long forgottenMinutes;

    /** Counts a trade frame that was written. */
    public synchronized void sent(List<FeedTrade> trades) {
        frames++;
        for (FeedTrade trade : trades) {
            symbolTally(trade.symbol()).addSent(trade);
            minuteTally(trade).addSent(trade);
        }
        forgetOldMinutes();
    }

    /** Counts a frame that was written once more, with the number of its trades. */
    public synchronized void sentAgain(int trades) {
        duplicateFrames++;
        duplicateTrades += trades;
    }

    /** Counts trades that a client had subscribed to but which could not be sent to it. */
    public synchronized void missed(List<FeedTrade> trades) {
        for (FeedTrade trade : trades) {
            symbolTally(trade.symbol()).addMissed();
        }
    }

    /** Counts something that a fault did, by the fault's name. */
    public synchronized void injected(String fault) {
        injected.merge(fault, 1L, Long::sum);
    }

    private Tally symbolTally(String symbol) {
        return symbols.computeIfAbsent(symbol, s -> new Tally());
    }

    private Tally minuteTally(FeedTrade trade) {
        long minute = Math.floorDiv(trade.tradeTime(), MINUTE_MS) * MINUTE_MS;
        return minutes.computeIfAbsent(minute, m -> new TreeMap<>()).computeIfAbsent(trade.symbol(), s -> {
            rows++;
            return new Tally();
        });
    }

    private void forgetOldMinutes() {
        while (rows > MAX_ROWS && minutes.size() > 1) {
            rows -= minutes.pollFirstEntry().getValue().size();
            forgottenMinutes++;
        }
    }

    /** All totals at this moment. */
    public synchronized TruthTotals totals() {
        Tally all = new Tally();
        NavigableMap<String, Totals> perSymbol = new TreeMap<>();
        symbols.forEach((symbol, tally) -> {
            all.add(tally);
            perSymbol.put(symbol, tally.totals());
        });
        return new TruthTotals(
                frames, all.totals(), duplicateFrames, duplicateTrades, perSymbol, injected, forgottenMinutes);
    }

    /** What was sent per symbol and minute, ordered by minute, then symbol. */
    public synchronized List<MinuteTotals> minutes() {
        List<MinuteTotals> result = new ArrayList<>();
        for (Map.Entry<Long, NavigableMap<String, Tally>> minute : minutes.entrySet()) {
            minute.getValue()
                    .forEach((symbol, tally) -> result.add(new MinuteTotals(symbol, minute.getKey(), tally.totals())));
        }
        return result;
    }
}
