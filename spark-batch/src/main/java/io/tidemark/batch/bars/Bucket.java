package io.tidemark.batch.bars;

/**
 * All rows of a symbol within one interval's bucket: the bar, if there is one, and the counts.
 *
 * @param symbol the feed's symbol
 * @param interval length of the bucket
 * @param start of the bucket, epoch ms
 * @param content what its rows amount to
 */
public record Bucket(String symbol, Interval interval, long start, PartialBar content) {

    /** Whether it has a bar: a bucket of price updates and excluded trades only has none. */
    public boolean isBar() {
        return content.isBar();
    }

    /** Its bar. */
    public Bar toBar() {
        return content.toBar(symbol, interval, start);
    }
}
