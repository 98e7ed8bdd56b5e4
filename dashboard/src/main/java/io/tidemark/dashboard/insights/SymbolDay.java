package io.tidemark.dashboard.insights;

import java.time.LocalDate;

/** What somebody looks at: a date, and a symbol of it; an empty symbol is none. */
public record SymbolDay(LocalDate date, String symbol) {}
