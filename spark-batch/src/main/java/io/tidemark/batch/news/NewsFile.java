package io.tidemark.batch.news;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tidemark.batch.landing.InputFile;
import io.tidemark.contracts.landing.NewsCsv;
import io.tidemark.newsanalysis.text.StoryText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Reads a landed file of news and proves that it is what its manifest says. */
final class NewsFile {
    private static final int COLUMNS = NewsCsv.HEADER.split(",").length;
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(String.valueOf(NewsCsv.SYMBOL_SEPARATOR)));
    private static final long HOUR_MS = 3_600_000;

    private final InputFile file;

    private NewsFile(InputFile file) {
        this.file = file;
    }

    /**
     * All rows of a file, in its order.
     *
     * @throws IOException when its length, its checksum or its rows are not those of its manifest, or a row is not of its
     *     hour and its segment; the message names the file and, where there is one, the line
     */
    static List<NewsRow> read(InputFile file) throws IOException {
        var reader = new NewsFile(file);
        return reader.rows(reader.text());
    }

    private String text() throws IOException {
        byte[] bytes = bytes();
        var crc = new CRC32C();
        crc.update(bytes);
        if (crc.getValue() != file.crc32c()) {
            throw fault(String.format(
                    Locale.ROOT,
                    "the file was changed after it landed: CRC-32C %08x, manifest %08x",
                    crc.getValue(),
                    file.crc32c()));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("the file is not UTF-8: " + e.getMessage());
        }
    }

    private byte[] bytes() throws IOException {
        try (SeekableByteChannel channel = file.open()) {
            if (channel.size() != file.bytes()) {
                throw fault("the file has " + channel.size() + " bytes, its manifest says " + file.bytes());
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.bytes()));
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw fault("the file became shorter while it was read");
                }
            }
            return bytes.array();
        }
    }

    private List<NewsRow> rows(String text) throws IOException {
        if (!text.startsWith(NewsCsv.HEADER + "\n")) {
            throw fault("the first line is not " + NewsCsv.HEADER);
        }
        if (!text.endsWith("\n")) {
            throw fault("the last line has no end");
        }
        List<NewsRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            boolean header = true;
            for (CsvRecord fields : records) {
                if (!header) {
                    rows.add(row(fields));
                }
                header = false;
            }
        } catch (CsvParseException e) {
            throw fault("the file is no CSV: " + e.getMessage());
        }
        if (rows.size() != file.rows()) {
            throw fault("the file has " + rows.size() + " rows, its manifest says " + file.rows());
        }
        return rows;
    }

    private NewsRow row(CsvRecord fields) throws IOException {
        if (fields.getFieldCount() != COLUMNS) {
            throw fault(fields, fields.getFieldCount() + " fields instead of " + COLUMNS);
        }
        String symbols = fields.getField(8);
        try {
            var row = new NewsRow(
                    fields.getField(9),
                    fields.getField(0),
                    Long.parseLong(fields.getField(1)),
                    Long.parseLong(fields.getField(2)),
                    StoryText.headline(fields.getField(3)),
                    StoryText.body(fields.getField(4)),
                    StoryText.label(fields.getField(5)),
                    symbols.isEmpty() ? List.of() : StoryText.symbols(List.of(SEPARATOR.split(symbols, -1))),
                    Integer.parseInt(fields.getField(10)),
                    Long.parseLong(fields.getField(11)));
            check(fields, row);
            return row;
        } catch (NumberFormatException e) {
            throw fault(fields, "a field is no whole number: " + e.getMessage());
        }
    }

    private void check(CsvRecord fields, NewsRow row) throws IOException {
        long intoHour = row.publishedAt() - file.bucketStart();
        if (intoHour < 0 || intoHour >= HOUR_MS) {
            throw fault(fields, "published time " + row.publishedAt() + " does not belong in this directory's hour");
        }
        if (row.partition() != file.partition()
                || row.offset() < file.startOffset()
                || row.offset() >= file.endOffset()) {
            throw fault(
                    fields,
                    "record " + row.partition() + ":" + row.offset() + " does not belong to the segment "
                            + file.partition() + ":" + file.startOffset() + "-" + file.endOffset());
        }
    }

    private IOException fault(CsvRecord fields, String problem) {
        return new IOException(file.path() + ", line " + fields.getStartingLineNumber() + ": " + problem);
    }

    private IOException fault(String problem) {
        return new IOException(file.path() + ": " + problem);
    }
}
