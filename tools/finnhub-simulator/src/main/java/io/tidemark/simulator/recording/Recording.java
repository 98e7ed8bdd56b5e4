package io.tidemark.simulator.recording;

import io.tidemark.simulator.trade.FeedTrade;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A file of recorded trades that has been read through once and found well-formed.
 *
 * @param file CSV or gzipped CSV
 * @param symbols every symbol in it
 * @param trades number of trades, price updates included
 * @param firstTime time of the first line's trade, epoch ms
 * @param lastTime time of the last line's trade, epoch ms
 */
public record Recording(Path file, NavigableSet<String> symbols, long trades, long firstTime, long lastTime) {

    public Recording {
        symbols = Collections.unmodifiableNavigableSet(new TreeSet<>(symbols));
    }

    /**
     * Reads the whole file, keeping nothing but its symbols.
     *
     * @throws RecordingException if a line is malformed or there is no trade in it
     */
    public static Recording scan(Path file) {
        NavigableSet<String> symbols = new TreeSet<>();
        long trades = 0;
        long firstTime = 0;
        long lastTime = 0;
        try (RecordingReader reader = RecordingReader.open(file)) {
            for (FeedTrade trade = reader.next(); trade != null; trade = reader.next()) {
                if (trades++ == 0) {
                    firstTime = trade.tradeTime();
                }
                lastTime = trade.tradeTime();
                symbols.add(trade.symbol());
            }
        }
        if (trades == 0) {
            throw new RecordingException(file, 2, "there are no trades after the header");
        }
        return new Recording(file, symbols, trades, firstTime, lastTime);
    }

    /** Opens the trades with their times moved by an offset in ms (0 for the original times). */
    public ShiftedSource open(long offsetMs) {
        return new ShiftedSource(RecordingReader.open(file), offsetMs);
    }
}
