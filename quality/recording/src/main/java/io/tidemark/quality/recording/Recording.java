package io.tidemark.quality.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in a recording, known before it is sent.
 *
 * @param file CSV or CSV.gz of trades
 * @param symbols in it, sorted
 * @param trades rows
 */
record Recording(Path file, List<String> symbols, long trades) {
    private static final List<String> COLUMNS = List.of("symbol", "price", "volume", "trade_time_ms", "conditions");

    /** Reads through a recording once, holding no trade. */
    static Recording scan(Path file) throws IOException {
        Set<String> symbols = new TreeSet<>();
        long[] trades = {0};
        GzipCsv.read(file, COLUMNS, row -> {
            symbols.add(row.getField(0));
            trades[0]++;
        });
        if (symbols.isEmpty()) {
            throw new IOException(file + " holds no trade");
        }
        return new Recording(file, List.copyOf(symbols), trades[0]);
    }
}
