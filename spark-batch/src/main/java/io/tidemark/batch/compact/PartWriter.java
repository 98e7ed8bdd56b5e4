package io.tidemark.batch.compact;

import io.tidemark.batch.parse.TextTable;
import io.tidemark.batch.parse.TradeRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes rows of landed files to one Parquet file of one row group. For one thread. */
final class PartWriter implements AutoCloseable {
    /** More than the rows of one part ever take, so that they are one row group. */
    private static final long ROW_GROUP_BYTES = 1L << 30;

    private static final int PAGE_BYTES = 1 << 20;

    private final ProvenOutput output;
    private final ParquetWriter<TradeRow> writer;
    private final RowWriting rows = new RowWriting();

    PartWriter(Path file, Configuration configuration) throws IOException {
        output = new ProvenOutput(file);
        // What hardly repeats is smaller and faster without a dictionary; the other columns shrink to their indexes.
        writer = new Builder(output, rows)
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withPageRowCountLimit(Integer.MAX_VALUE)
                .withDictionaryEncoding(TradeSchema.TRADE_TIME, false)
                .withDictionaryEncoding(TradeSchema.RECEIVED_TIME, false)
                .withDictionaryEncoding(TradeSchema.EVENT_ID, false)
                .withDictionaryEncoding(TradeSchema.OFFSET, false)
                .build();
    }

    /** Says which landed file the next rows come from. */
    void source(String name) {
        rows.source = Binary.fromString(name);
    }

    void add(TradeRow row) throws IOException {
        writer.write(row);
    }

    /** Length of the file, once closed. */
    long bytes() {
        return output.length();
    }

    /** CRC-32C of the file, once closed. */
    long crc32c() {
        return output.crc32c();
    }

    /** Completes the file and has it on disk. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<TradeRow, Builder> {
        private final RowWriting rows;

        Builder(OutputFile file, RowWriting rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<TradeRow> getWriteSupport(Configuration configuration) {
            return rows;
        }
    }

    @SuppressWarnings("NullAway.Init") // Parquet hands the consumer over before the first row, the caller the source.
    private static final class RowWriting extends WriteSupport<TradeRow> {
        private final TextTable<Binary> symbols = new TextTable<>(Binary::fromString);
        private final TextTable<Binary> conditions = new TextTable<>(Binary::fromString);
        private RecordConsumer out;
        private Binary source;

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(TradeSchema.MESSAGE, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            out = recordConsumer;
        }

        @Override
        public void write(TradeRow row) {
            out.startMessage();
            field(0, TradeSchema.SYMBOL, () -> out.addBinary(row.symbol(symbols)));
            field(1, TradeSchema.PRICE, () -> out.addDouble(row.price()));
            field(2, TradeSchema.VOLUME, () -> out.addDouble(row.volume()));
            field(3, TradeSchema.TRADE_TIME, () -> out.addLong(row.tradeTime()));
            field(4, TradeSchema.RECEIVED_TIME, () -> out.addLong(row.receivedAt()));
            field(5, TradeSchema.CONDITIONS, () -> out.addBinary(row.conditions(conditions)));
            field(6, TradeSchema.EVENT_ID, () -> out.addBinary(Binary.fromConstantByteArray(row.eventIdField())));
            field(7, TradeSchema.PARTITION, () -> out.addInteger(row.partition()));
            field(8, TradeSchema.OFFSET, () -> out.addLong(row.offset()));
            field(9, TradeSchema.SOURCE_FILE, () -> out.addBinary(source));
            out.endMessage();
        }

        private void field(int index, String name, Runnable value) {
            out.startField(name, index);
            value.run();
            out.endField(name, index);
        }
    }
}
