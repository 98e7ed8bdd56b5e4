package io.tidemark.batch.compact;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** The columns of a compacted file: those of {@code TradeCsv}, typed, and the landed file that the row comes from. */
final class TradeSchema {
    static final String SYMBOL = "symbol";
    static final String PRICE = "price";
    static final String VOLUME = "volume";
    static final String TRADE_TIME = "trade_time_ms";
    static final String RECEIVED_TIME = "received_time_ms";
    static final String CONDITIONS = "conditions";
    static final String EVENT_ID = "event_id";
    static final String PARTITION = "kafka_partition";
    static final String OFFSET = "kafka_offset";
    static final String SOURCE_FILE = "source_file";

    /** In the order of the CSV; times are epoch ms as there. */
    static final MessageType MESSAGE = Types.buildMessage()
            .required(BINARY)
            .as(stringType())
            .named(SYMBOL)
            .required(DOUBLE)
            .named(PRICE)
            .required(DOUBLE)
            .named(VOLUME)
            .required(INT64)
            .named(TRADE_TIME)
            .required(INT64)
            .named(RECEIVED_TIME)
            .required(BINARY)
            .as(stringType())
            .named(CONDITIONS)
            .required(BINARY)
            .as(stringType())
            .named(EVENT_ID)
            .required(INT32)
            .named(PARTITION)
            .required(INT64)
            .named(OFFSET)
            .required(BINARY)
            .as(stringType())
            .named(SOURCE_FILE)
            .named("trade");

    private TradeSchema() {}
}
