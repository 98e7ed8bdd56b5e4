package io.tidemark.contracts.landing;

/**
 * The columns of a landed news file: RFC 4180, UTF-8, {@code \n} at each row's end, one header line.
 *
 * <p>The fields of {@code NewsItem} in their order, exactly as they were, then the row's Kafka coordinates. Unlike those
 * of {@link TradeCsv}, a field may hold line breaks, and then it is in quotes: a reader that cuts a file at every
 * {@code \n} is wrong (Spark's needs {@code multiLine} and {@code escape="\""}). Times are epoch ms. An empty field is an
 * empty text, never a missing one.
 */
public final class NewsCsv {

    /** Version of the columns, written to every manifest. */
    public static final int SCHEMA_VERSION = 1;

    /** First line of every file, without its line end; not counted as a row. */
    public static final String HEADER = "id,published_time_ms,received_time_ms,headline,summary,source,url,category,"
            + "symbols,feed,kafka_partition,kafka_offset";

    /** Between two symbols of one item; no symbol holds it, and none is blank. */
    public static final char SYMBOL_SEPARATOR = '|';

    private NewsCsv() {}
}
