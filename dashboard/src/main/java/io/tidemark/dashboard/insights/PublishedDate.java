package io.tidemark.dashboard.insights;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A UTC date that a batch run has published.
 *
 * @param run whose results they are
 * @param coveredUntil instant (exclusive) up to which the date is complete
 */
public record PublishedDate(LocalDate date, long run, Instant publishedAt, Instant coveredUntil) {}
