package io.tidemark.news.poll;

/** How a source fares. */
public enum SourceState {
    /** Not asked yet. */
    STARTING,
    /** Asked in time, and all its queries were answered. */
    LIVE,
    /** It answers in part, late or not at the moment; the reason says what. */
    DELAYED,
    /** It has not answered for long, or never. */
    DOWN
}
