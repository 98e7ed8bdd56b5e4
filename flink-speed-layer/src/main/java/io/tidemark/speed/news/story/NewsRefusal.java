package io.tidemark.speed.news.story;

/** Why a record of the news topic is kept out. */
public enum NewsRefusal {
    /** It is a story like any other. */
    NONE,
    /** Its bytes are no story, or none that a table could hold. */
    UNDECODABLE,
    /** Its receipt lies ahead of this machine's clock: it would drag the watermark along. */
    FUTURE
}
