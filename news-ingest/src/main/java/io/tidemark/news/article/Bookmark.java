package io.tidemark.news.article;

/**
 * How far a query has been read; kept over a restart, and moved only once everything up to it is acknowledged.
 *
 * @param query the name of the query
 * @param value in the source's own form
 */
public record Bookmark(String query, String value) {}
