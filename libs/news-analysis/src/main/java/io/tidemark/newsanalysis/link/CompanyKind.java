package io.tidemark.newsanalysis.link;

/** What a symbol stands for, as far as it changes how stories mention it. */
public enum CompanyKind {
    /** A company that is news when it is mentioned. */
    COMPANY,
    /** A bank whose analysts are quoted about others. */
    BROKER,
    /** A fund that tracks an index: the index is the backdrop of many stories and the subject of few. */
    FUND,
    /** A crypto currency. */
    COIN
}
