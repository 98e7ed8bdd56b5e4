package io.tidemark.speed.price;

/**
 * A symbol's last price: a whole row of {@code speed.last_price}. A price that is not known is NaN.
 *
 * @param symbol the feed's symbol
 * @param price of the latest trade eligible for "last", or of a later price update
 * @param tradeTime its time, epoch ms
 * @param partition its Kafka coordinates, which order events of one millisecond
 * @param offset its Kafka coordinates
 * @param session UTC date of that time, in days since 1970-01-01
 * @param sessionOpen price of the date's first trade eligible for "last"
 * @param previousClose price of the last such trade of the latest earlier date that this job has seen
 * @param receivedAt receipt of the latest record, epoch ms
 */
public record LastPrice(
        String symbol,
        double price,
        long tradeTime,
        int partition,
        long offset,
        long session,
        double sessionOpen,
        double previousClose,
        long receivedAt) {}
