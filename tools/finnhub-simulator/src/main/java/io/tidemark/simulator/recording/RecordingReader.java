package io.tidemark.simulator.recording;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.simulator.trade.FeedTrade;
import io.tidemark.simulator.trade.TradeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code symbol,price,volume,trade_time_ms,conditions} line by line, from plain CSV or gzip (told apart by their
 * first bytes), holding one line at a time.
 *
 * <p>Every problem is a {@link RecordingException} that names file and line. Prices and volumes stay the file's text.
 */
public final class RecordingReader implements TradeSource {

    /** The header line that every recording begins with. */
    static final List<String> COLUMNS = List.of("symbol", "price", "volume", "trade_time_ms", "conditions");

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int MAX_CACHED_CONDITIONS = 4096;

    private final Path file;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final Map<String, List<String>> conditionLists = new HashMap<>();
    private final Map<String, String> symbols = new HashMap<>();
    private long line;

    private RecordingReader(Path file, InputStream bytes) {
        this.file = file;
        this.csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        this.records = csv.iterator();
    }

    /**
     * Opens a recording and reads its header.
     *
     * @throws RecordingException if the file cannot be opened or its header is not the expected one
     */
    public static RecordingReader open(Path file) {
        RecordingReader reader;
        try {
            reader = new RecordingReader(file, decompressed(file));
        } catch (IOException e) {
            throw new RecordingException(file, "cannot be opened: " + e, e);
        }
        try {
            reader.readHeader();
        } catch (RecordingException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    private static InputStream decompressed(Path file) throws IOException {
        boolean gzip;
        try (InputStream head = Files.newInputStream(file)) {
            int first = head.read();
            gzip = first >= 0 && (first << 8 | head.read()) == GZIP_MAGIC;
        }
        InputStream raw = Files.newInputStream(file);
        if (!gzip) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw, BUFFER_BYTES);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private void readHeader() {
        CsvRecord header = read();
        if (header == null || !header.getFields().equals(COLUMNS)) {
            throw new RecordingException(file, 1, "the header must be " + String.join(",", COLUMNS));
        }
    }

    @Override
    public @Nullable FeedTrade next() {
        CsvRecord row = read();
        return row == null ? null : trade(row);
    }

    private @Nullable CsvRecord read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (UncheckedIOException | CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new RecordingException(file, "cannot be read after line " + line + ": " + cause, e);
        }
    }

    private FeedTrade trade(CsvRecord row) {
        if (row.getFieldCount() != COLUMNS.size()) {
            throw problem("has " + row.getFieldCount() + " fields instead of " + COLUMNS.size());
        }
        String symbol = row.getField(0);
        if (symbol.isBlank()) {
            throw problem("symbol is empty");
        }
        return new FeedTrade(
                symbols.computeIfAbsent(symbol, s -> s),
                number("price", row.getField(1)),
                number("volume", row.getField(2)),
                time(row.getField(3)),
                conditions(row.getField(4)));
    }

    private String number(String column, String text) {
        if (!DecimalText.isJsonNumber(text)) {
            throw problem(column + " '" + text + "' is not a decimal number");
        }
        return text;
    }

    private long time(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw problem("trade_time_ms '" + text + "' is not a whole number");
        }
    }

    private List<String> conditions(String text) {
        List<String> known = conditionLists.get(text);
        if (known != null) {
            return known;
        }
        List<String> codes = text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
        if (codes.contains("")) {
            throw problem("conditions '" + text + "' hold an empty code");
        }
        if (conditionLists.size() < MAX_CACHED_CONDITIONS) {
            conditionLists.put(text, codes);
        }
        return codes;
    }

    private RecordingException problem(String what) {
        return new RecordingException(file, line, what);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
