package io.tidemark.dashboard.news;

/**
 * That a story is about a symbol.
 *
 * @param relevance how much, in (0, 1]
 */
public record SymbolLink(String symbol, double relevance) {}
