package io.tidemark.landing.record;

import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.landing.NewsCsv;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Optional;

/**
 * Rows of {@link NewsCsv}. An item that a row could not give back is rejected: times that are no epoch ms between 1970
 * and 2100, and symbols that are blank or hold their separator.
 */
public final class NewsRows extends EventRows<NewsItem> {
    /** 2100-01-01, as for trades: seconds or nanoseconds sent by mistake would open directories for years to come. */
    private static final long MAX_TIME = 4_102_444_800_000L;

    /**
     * Rows of items that are not from the future.
     *
     * @param maxFuture how far beyond the wall clock the publisher's time may lie
     */
    public NewsRows(Duration maxFuture) {
        super(new NewsItemCodec(), "publishedAt", maxFuture);
    }

    @Override
    long eventTime(NewsItem item) {
        return item.publishedAt();
    }

    @Override
    Optional<String> fault(NewsItem item) {
        if (isNoTime(item.publishedAt())) {
            return Optional.of("publishedAt " + item.publishedAt() + " is no epoch ms between 1970 and 2100");
        }
        if (isNoTime(item.receivedAt())) {
            return Optional.of("receivedAt " + item.receivedAt() + " is no epoch ms between 1970 and 2100");
        }
        for (String symbol : item.symbols()) {
            if (symbol.isBlank()) {
                return Optional.of("a symbol is empty");
            }
            if (symbol.indexOf(NewsCsv.SYMBOL_SEPARATOR) >= 0) {
                return Optional.of("a symbol holds |, which separates symbols: " + symbol);
            }
        }
        return Optional.empty();
    }

    /** Columns in the order of {@link NewsCsv#HEADER}. */
    @Override
    void columns(NewsItem item, RowBuffer row) throws CharacterCodingException {
        row.text(item.id());
        row.raw(',');
        row.number(item.publishedAt());
        row.raw(',');
        row.number(item.receivedAt());
        row.raw(',');
        row.text(item.headline());
        row.raw(',');
        row.text(item.summary());
        row.raw(',');
        row.text(item.source());
        row.raw(',');
        row.text(item.url());
        row.raw(',');
        row.text(item.category());
        row.raw(',');
        row.text(joined(item.symbols(), NewsCsv.SYMBOL_SEPARATOR));
        row.raw(',');
        row.text(item.feed());
    }

    private static boolean isNoTime(long time) {
        return time < 0 || time > MAX_TIME;
    }
}
