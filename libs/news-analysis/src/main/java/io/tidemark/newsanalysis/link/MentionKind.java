package io.tidemark.newsanalysis.link;

/** How a text mentions a company, the surest way first. */
enum MentionKind {
    /** A ticker marked as such: {@code $AAPL}, {@code (NASDAQ: AAPL)}, {@code (AAPL)}. */
    TAGGED,
    /** A name that means nothing else. */
    NAME,
    /** A ticker that stands alone. */
    TICKER,
    /** A name or ticker that is an ordinary word, where the text around it speaks of a company. */
    WORD,
    /** Such a word where nothing speaks for a company. */
    DOUBTFUL
}
