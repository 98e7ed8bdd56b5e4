package io.tidemark.dashboard.market;

import java.time.Instant;

/** Bars of a series whose bucket starts at or after an instant. */
public record BarRequest(SeriesKey key, Instant from) {}
