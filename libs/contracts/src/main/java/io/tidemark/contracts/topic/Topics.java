package io.tidemark.contracts.topic;

/** Names of the Kafka topics; the suffix is the version of the contract, so a breaking change is a new topic. */
public final class Topics {

    /** {@code Trade}, key = symbol, so that one symbol's trades keep their order. Written by finnhub-ingest. */
    public static final String TRADES = "market.trades.v1";

    /** {@code NewsItem}, key = article id. Written by news-ingest. */
    public static final String NEWS = "market.news.v1";

    /** {@code FeedGap}, key = feed. Written by finnhub-ingest. */
    public static final String FEED_GAPS = "market.feed-gaps.v1";

    /** {@code DeadLetter}, key = none. Written by whoever could not understand its input. */
    public static final String DEAD_LETTERS = "market.dead-letters.v1";

    private Topics() {}
}
