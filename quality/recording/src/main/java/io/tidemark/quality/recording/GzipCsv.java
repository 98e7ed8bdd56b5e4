package io.tidemark.quality.recording;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads CSV files with a header, compressed or not, a row at a time. */
final class GzipCsv {
    private GzipCsv() {}

    /**
     * Hands every row of a file to {@code rows}.
     *
     * @param columns names the header must begin with
     * @throws IOException when the file cannot be read or has other columns; the message names it
     */
    static void read(Path file, List<String> columns, Consumer<NamedCsvRecord> rows) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            boolean first = true;
            for (NamedCsvRecord row : csv) {
                if (first && !startsWith(row.getHeader(), columns)) {
                    throw new IOException(file + ": expected the columns " + columns + " but found " + row.getHeader());
                }
                first = false;
                rows.accept(row);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean startsWith(List<String> header, List<String> columns) {
        return header.size() >= columns.size()
                && header.subList(0, columns.size()).equals(columns);
    }
}
