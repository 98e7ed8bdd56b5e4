package io.tidemark.news.seen;

import io.tidemark.contracts.event.NewsItem;

/** What is to become of an article. */
public sealed interface Verdict {

    /**
     * It is to be published: for the first time, or again because it names symbols that the story did not have.
     *
     * @param item to publish
     * @param change to remember once it is acknowledged
     * @param again whether the story was published before
     */
    record Publish(NewsItem item, SeenChange change, boolean again) implements Verdict {}

    /** It was published before. */
    record Duplicate(Likeness likeness) implements Verdict {}

    /** It is too old to be news. */
    record TooOld() implements Verdict {}

    /** Its time lies too far in the future to be true. */
    record TooFarAhead() implements Verdict {}

    /** By what an article was known again; the first that holds. */
    enum Likeness {
        ID,
        URL,
        HEADLINE
    }
}
