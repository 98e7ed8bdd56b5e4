package io.tidemark.contracts.landing;

/**
 * The columns of a landed trade file: RFC 4180, UTF-8, {@code \n} at each line's end, one header line.
 *
 * <p>No field ever holds a line break ({@code TradeCodec} refuses control characters), so a reader may cut a file at any
 * {@code \n}. Numbers are plain decimals, never in scientific notation. Every row carries its Kafka coordinates:
 * identity, lineage and proof of completeness in one.
 */
public final class TradeCsv {

    /** Version of the columns, written to every manifest. */
    public static final int SCHEMA_VERSION = 1;

    /** First line of every file, without its line end; not counted as a row. */
    public static final String HEADER =
            "symbol,price,volume,trade_time_ms,received_time_ms,conditions,event_id,kafka_partition,kafka_offset";

    /** Between two conditions of one trade. */
    public static final char CONDITION_SEPARATOR = '|';

    private TradeCsv() {}
}
