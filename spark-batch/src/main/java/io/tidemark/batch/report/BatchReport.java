package io.tidemark.batch.report;

import io.tidemark.batch.plan.BatchPlan;
import io.tidemark.batch.publish.RunTotals;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a run did.
 *
 * @param plan what it was to do
 * @param dates what became of each date of the plan
 * @param conditions name of the table of sale conditions
 * @param quarantined records in the landing directory that are no trades, of all dates
 * @param elapsed from the reading of manifests to the end
 */
public record BatchReport(
        BatchPlan plan, List<DateReport> dates, String conditions, long quarantined, Duration elapsed) {

    public BatchReport {
        dates = List.copyOf(dates);
    }

    /** Dates that were published. */
    public List<DateReport.Published> published() {
        return dates.stream()
                .filter(DateReport.Published.class::isInstance)
                .map(DateReport.Published.class::cast)
                .toList();
    }

    /** Dates that were not. */
    public List<DateReport.Failed> failed() {
        return dates.stream()
                .filter(DateReport.Failed.class::isInstance)
                .map(DateReport.Failed.class::cast)
                .toList();
    }

    /** A figure, summed over the published dates. */
    public long total(ToLongFunction<RunTotals> figure) {
        return published().stream()
                .map(DateReport.Published::totals)
                .mapToLong(figure)
                .sum();
    }
}
