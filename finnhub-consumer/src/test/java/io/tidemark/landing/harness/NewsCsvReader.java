package io.tidemark.landing.harness;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.landing.NewsCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads landed news with a CSV library that has nothing of the service in it, as any reader might. */
public final class NewsCsvReader {
    private NewsCsvReader() {}

    /**
     * A row.
     *
     * @param item what it says
     * @param partition Kafka's
     * @param offset Kafka's
     */
    public record Row(NewsItem item, int partition, long offset) {}

    /** The rows of a file, whose header must be right. */
    public static List<Row> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.startsWith(NewsCsv.HEADER + "\n")) {
            throw new IOException(file + " has another header");
        }
        return rows(text.substring(NewsCsv.HEADER.length() + 1));
    }

    /** Rows without a header. */
    public static List<Row> rows(String csv) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(csv)) {
            records.forEach(record -> rows.add(row(record)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Row row(CsvRecord fields) {
        String symbols = fields.getField(8);
        var item = new NewsItem(
                fields.getField(0),
                Long.parseLong(fields.getField(1)),
                Long.parseLong(fields.getField(2)),
                fields.getField(3),
                fields.getField(4),
                fields.getField(5),
                fields.getField(6),
                fields.getField(7),
                symbols.isEmpty() ? List.of() : Arrays.asList(symbols.split("\\|", -1)),
                fields.getField(9));
        return new Row(item, Integer.parseInt(fields.getField(10)), Long.parseLong(fields.getField(11)));
    }
}
