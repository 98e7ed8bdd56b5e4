package io.tidemark.quality.recording;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bars of somebody else's making, read from a file. */
final class ExpectedBars {
    private static final List<String> COLUMNS =
            List.of("symbol", "bucket_ms", "open", "high", "low", "close", "volume", "vwap", "trades");
    private static final List<String> LEAN_COLUMNS =
            List.of("symbol", "bucket_ms", "open", "high", "low", "close", "volume");

    private ExpectedBars() {}

    /**
     * An expected bar.
     *
     * @param bar its figures
     * @param vwapPrecision half a unit of the last decimal that the file gives the VWAP with
     */
    record Expected(Bar bar, double vwapPrecision) {}

    /** A bar of LEAN: prices and volume only. */
    record Lean(Bar.Prices prices, double volume) {}

    static Map<BarKey, Expected> read(Path file) throws IOException {
        Map<BarKey, Expected> bars = new TreeMap<>();
        GzipCsv.read(file, COLUMNS, row -> {
            BigDecimal vwap = new BigDecimal(row.getField("vwap"));
            var bar = new Bar(
                    prices(row),
                    Double.parseDouble(row.getField("volume")),
                    vwap.doubleValue(),
                    Long.parseLong(row.getField("trades")));
            bars.put(key(row), new Expected(bar, 0.5 * vwap.ulp().doubleValue()));
        });
        return bars;
    }

    static Map<BarKey, Lean> readLean(Path file) throws IOException {
        Map<BarKey, Lean> bars = new TreeMap<>();
        GzipCsv.read(
                file,
                LEAN_COLUMNS,
                row -> bars.put(
                        key(row), new Lean(prices(row).orElseThrow(), Double.parseDouble(row.getField("volume")))));
        return bars;
    }

    private static BarKey key(NamedCsvRecord row) {
        return new BarKey(row.getField("symbol"), Long.parseLong(row.getField("bucket_ms")));
    }

    private static Optional<Bar.Prices> prices(NamedCsvRecord row) {
        if (row.getField("open").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Bar.Prices(
                Double.parseDouble(row.getField("open")),
                Double.parseDouble(row.getField("high")),
                Double.parseDouble(row.getField("low")),
                Double.parseDouble(row.getField("close"))));
    }
}
