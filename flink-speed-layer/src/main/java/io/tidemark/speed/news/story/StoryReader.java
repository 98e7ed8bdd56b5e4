package io.tidemark.speed.news.story;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.newsanalysis.link.SymbolLink;
import java.io.Serializable;
import java.util.List;

/** Understands stories, the same one always in the same way. For one thread. */
public interface StoryReader {

    /** The symbols of a story, each once. */
    List<SymbolLink> links(NewsItem item);

    /** From -1, bad news, to 1, good news. */
    double sentiment(NewsItem item);

    /** Makes readers where they are used: they hold large word lists, which no one wants to send. */
    @FunctionalInterface
    interface Maker extends Serializable {

        /** A reader for one task. */
        StoryReader make();
    }
}
