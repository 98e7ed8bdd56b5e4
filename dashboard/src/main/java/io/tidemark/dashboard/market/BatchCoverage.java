package io.tidemark.dashboard.market;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far the batch layer has come.
 *
 * @param dates dates that are published
 * @param firstDate the oldest of them
 * @param lastDate the newest of them
 * @param coveredUntil instant (exclusive) up to which the newest date is complete
 * @param publishedAt when any date was last published
 * @param trades landed rows that the published runs read, over all dates
 */
public record BatchCoverage(
        int dates, LocalDate firstDate, LocalDate lastDate, Instant coveredUntil, Instant publishedAt, long trades) {}
