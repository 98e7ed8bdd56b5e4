package io.tidemark.batch.compact;

import io.tidemark.batch.parse.MalformedRowException;
import io.tidemark.batch.parse.TextColumn;
import io.tidemark.batch.parse.TradeColumns;
import io.tidemark.batch.parse.TradeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads Parquet files of a compaction. Holds one file and its columns in memory, in arrays that it keeps. For one thread.
 */
public final class PartReader {
    private static final String REMEDY =
            "; the CSV is complete: run with --no-compacted, or delete the date's manifest in _manifests and compact again";

    private final TradeColumns columns = new TradeColumns();
    private final @Nullable TextColumn sourceFiles;

    /** Reads what results are made of. */
    public PartReader() {
        this(null);
    }

    /** Reads the names of the landed files, too. */
    PartReader(@Nullable TextColumn sourceFiles) {
        this.sourceFiles = sourceFiles;
    }

    /**
     * Proves a file by its length and CRC-32C, and hands the rows asked for to the consumer, each landed file's in their
     * order and one landed file after another.
     *
     * @param files run before the rows of each landed file
     * @param rows given the same object each time, with other content
     * @throws IOException when the file cannot be read or is not what the compaction's manifest says, or
     *     when a row does not belong to its landed file; the message names it
     */
    public void read(PartReading reading, Runnable files, Consumer<TradeRow> rows) throws IOException {
        Path path = Path.of(reading.path());
        load(path, reading.part());
        for (PartReading.Slice slice : reading.slices()) {
            files.run();
            rows(path, slice, rows);
        }
    }

    /** Proves a file and takes it into memory. */
    void load(Path path, CompactedPart part) throws IOException {
        byte[] bytes = prove(path, part);
        try {
            decode(bytes, part.rows());
        } catch (ParquetRuntimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(path + ": no file of compacted trades: " + e.getMessage() + REMEDY, e);
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage() + REMEDY, e);
        }
    }

    /** Rows of the file that was taken last. */
    void rows(Path path, PartReading.Slice slice, Consumer<TradeRow> rows) throws IOException {
        try {
            columns.forEach(slice.from(), slice.to(), slice.file(), rows);
        } catch (MalformedRowException e) {
            throw new IOException(path + ", " + e.getMessage() + REMEDY, e);
        }
    }

    private static byte[] prove(Path path, CompactedPart part) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new IOException(path + " cannot be read: " + e + REMEDY, e);
        }
        if (bytes.length != part.bytes()) {
            throw new IOException(
                    path + ": the file has " + bytes.length + " bytes, its manifest says " + part.bytes() + REMEDY);
        }
        var crc = new CRC32C();
        crc.update(bytes);
        if (crc.getValue() != part.crc32c()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: the file was changed after it was compacted: CRC-32C %08x, manifest %08x%s",
                    path,
                    crc.getValue(),
                    part.crc32c(),
                    REMEDY));
        }
        return bytes;
    }

    private void decode(byte[] bytes, long rows) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder().withCodecFactory(new SnappyPages()).build();
        try (ParquetFileReader file = ParquetFileReader.open(new HeldFile(bytes), options)) {
            if (file.getRecordCount() != rows || file.getRowGroups().size() > 1) {
                throw new IOException("the file has " + file.getRecordCount() + " rows in "
                        + file.getRowGroups().size() + " groups, its manifest says " + rows + " in one");
            }
            columns.reset(Math.toIntExact(rows));
            if (sourceFiles != null) {
                sourceFiles.reset(Math.toIntExact(rows));
            }
            PageReadStore pages = file.readNextRowGroup();
            if (pages != null) {
                decode(new ColumnDecoder(pages));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void decode(ColumnDecoder decoder) throws IOException {
        decoder.texts(TradeSchema.SYMBOL, columns.symbols(), true);
        decoder.doubles(TradeSchema.PRICE, columns.prices());
        decoder.doubles(TradeSchema.VOLUME, columns.volumes());
        decoder.longs(TradeSchema.TRADE_TIME, columns.tradeTimes());
        decoder.longs(TradeSchema.RECEIVED_TIME, columns.receivedAts());
        decoder.texts(TradeSchema.CONDITIONS, columns.conditions(), true);
        // Files with an id in quotes are not compacted, so that nobody has to look for commas in every id.
        decoder.texts(TradeSchema.EVENT_ID, columns.eventIds(), false);
        decoder.ints(TradeSchema.PARTITION, columns.partitions());
        decoder.longs(TradeSchema.OFFSET, columns.offsets());
        if (sourceFiles != null) {
            decoder.texts(TradeSchema.SOURCE_FILE, sourceFiles, false);
        }
    }
}
