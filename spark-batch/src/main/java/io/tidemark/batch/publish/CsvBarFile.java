package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Bars as CSV (RFC 4180, UTF-8, a header line); a price that is not there is an empty field. */
final class CsvBarFile implements BarFile {
    private static final String HEADER = "symbol,bucket,open,high,low,close,volume,vwap,trades,eligible_trades,"
            + "late_trades,first_trade_time,last_trade_time\n";
    private static final double EXACT_LIMIT = 1L << 53;

    private final BufferedWriter out;
    private final StringBuilder row = new StringBuilder(256);

    CsvBarFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write(HEADER);
    }

    @Override
    public void add(Bar bar) throws IOException {
        row.setLength(0);
        row.append(quoted(bar.symbol())).append(',').append(Instant.ofEpochMilli(bar.bucket()));
        number(bar.open());
        number(bar.high());
        number(bar.low());
        number(bar.close());
        number(bar.volume());
        number(bar.vwap());
        row.append(',').append(bar.trades());
        row.append(',').append(bar.eligibleTrades());
        row.append(',').append(bar.lateTrades());
        row.append(',').append(Instant.ofEpochMilli(bar.firstTradeTime()));
        row.append(',').append(Instant.ofEpochMilli(bar.lastTradeTime()));
        out.append(row.append('\n'));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void number(double value) {
        row.append(',');
        if (value == Math.rint(value) && Math.abs(value) < EXACT_LIMIT) {
            row.append((long) value);
        } else if (!Double.isNaN(value)) {
            row.append(value);
        }
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
