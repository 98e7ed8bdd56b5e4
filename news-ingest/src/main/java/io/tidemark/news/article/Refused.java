package io.tidemark.news.article;

/**
 * Something a source delivered that is no article.
 *
 * @param original the bytes it was read from
 * @param reason for people
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never kept or changed
public record Refused(byte[] original, String reason) {}
