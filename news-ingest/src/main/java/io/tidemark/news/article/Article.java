package io.tidemark.news.article;

import io.tidemark.contracts.event.NewsItem;

/**
 * An article that was understood.
 *
 * @param item as it would be published if it were new
 * @param original the bytes it was read from, for the case that it is refused after all
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never kept or changed
public record Article(NewsItem item, byte[] original) {}
