package io.tidemark.newsanalysis.link;

/**
 * A company mentioned in a text.
 *
 * @param symbol of the company
 * @param kind how it is mentioned
 * @param start index of its first word
 * @param end index after its last word
 */
record Mention(String symbol, MentionKind kind, int start, int end) {}
