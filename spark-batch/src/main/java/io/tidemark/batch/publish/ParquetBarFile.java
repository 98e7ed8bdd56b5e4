package io.tidemark.batch.publish;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.tidemark.batch.bars.Bar;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Bars as Parquet, with the library that Spark itself writes it with. Spark SQL would do it too, but planning and
 * compiling its queries costs more than all the rest of a small run.
 */
final class ParquetBarFile implements BarFile {
    private static final long ROW_GROUP_BYTES = 8L << 20;
    private static final LogicalTypeAnnotation UTC_MILLIS = timestampType(true, TimeUnit.MILLIS);
    private static final MessageType SCHEMA = Types.buildMessage()
            .required(BINARY)
            .as(stringType())
            .named("symbol")
            .required(INT64)
            .as(UTC_MILLIS)
            .named("bucket")
            .optional(DOUBLE)
            .named("open")
            .optional(DOUBLE)
            .named("high")
            .optional(DOUBLE)
            .named("low")
            .optional(DOUBLE)
            .named("close")
            .required(DOUBLE)
            .named("volume")
            .optional(DOUBLE)
            .named("vwap")
            .required(INT64)
            .named("trades")
            .required(INT64)
            .named("eligible_trades")
            .required(INT64)
            .named("late_trades")
            .required(INT64)
            .as(UTC_MILLIS)
            .named("first_trade_time")
            .required(INT64)
            .as(UTC_MILLIS)
            .named("last_trade_time")
            .named("bar");

    private final Path file;
    private final ParquetWriter<Group> out;

    ParquetBarFile(Path file) throws IOException {
        this.file = file;
        out = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                // Without Hadoop's files of settings, which would be parsed for every file.
                .withConf(new Configuration(false))
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build();
    }

    @Override
    public void add(Bar bar) throws IOException {
        var group = new SimpleGroup(SCHEMA);
        group.add("symbol", bar.symbol());
        group.add("bucket", bar.bucket());
        price(group, "open", bar.open());
        price(group, "high", bar.high());
        price(group, "low", bar.low());
        price(group, "close", bar.close());
        group.add("volume", bar.volume());
        price(group, "vwap", bar.vwap());
        group.add("trades", bar.trades());
        group.add("eligible_trades", bar.eligibleTrades());
        group.add("late_trades", bar.lateTrades());
        group.add("first_trade_time", bar.firstTradeTime());
        group.add("last_trade_time", bar.lastTradeTime());
        out.write(group);
    }

    @Override
    public void close() throws IOException {
        out.close();
        ParquetFooter.putInOrder(file);
    }

    private static void price(Group group, String column, double value) {
        if (!Double.isNaN(value)) {
            group.add(column, value);
        }
    }
}
