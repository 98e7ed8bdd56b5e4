package io.tidemark.dashboard.news;

/**
 * A word or pair of words that stands out in the headlines of the latest window.
 *
 * @param items stories that have it
 * @param score how far that exceeds what the windows before let expect
 */
public record Trend(String term, long items, double score) {}
