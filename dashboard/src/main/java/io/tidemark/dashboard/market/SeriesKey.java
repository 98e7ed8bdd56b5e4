package io.tidemark.dashboard.market;

/** What a chart shows: one symbol in bars of one length. */
public record SeriesKey(String symbol, BarInterval interval) {}
