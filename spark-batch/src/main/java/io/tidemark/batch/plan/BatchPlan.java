package io.tidemark.batch.plan;

import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.LandedTrades;
import io.tidemark.batch.publish.PublishedDate;
import io.tidemark.batch.publish.ResultDirectory;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run will do.
 *
 * @param dates to work on, in order
 * @param unchanged selected dates whose publication is current
 * @param absent dates that were named and of which there is nothing to publish
 */
public record BatchPlan(List<PlannedDate> dates, List<LocalDate> unchanged, List<LocalDate> absent) {

    /**
     * Plans a run.
     *
     * @param contexts what else results are a function of
     * @param selection dates asked for
     * @param force work on them even if they are current
     * @param method how results are computed, in a text that changes when they would
     */
    public static BatchPlan of(
            LandedTrades landed,
            DateContexts contexts,
            Map<LocalDate, PublishedDate> published,
            ResultDirectory results,
            DateSelection selection,
            boolean force,
            String method)
            throws IOException {
        List<PlannedDate> dates = new ArrayList<>();
        List<LocalDate> unchanged = new ArrayList<>();
        List<LocalDate> absent = new ArrayList<>(selection.dates());
        for (DateInput input : inputs(landed, contexts)) {
            LocalDate date = input.date();
            absent.remove(date);
            if (!selection.includes(date)) {
                continue;
            }
            DateContext context = contexts.of(date);
            String digest = input.digest(method + context.text(contexts.newsMethod()));
            Instant coveredUntil = landed.completeness().of(date);
            Optional<Reason> dirty = dirty(date, digest, coveredUntil, published.get(date), results);
            Optional<Reason> reason = force ? Optional.of(dirty.orElse(Reason.FORCED)) : dirty;
            reason.ifPresentOrElse(
                    because -> dates.add(new PlannedDate(input, context, because, digest, coveredUntil)),
                    () -> unchanged.add(date));
        }
        return new BatchPlan(List.copyOf(dates), List.copyOf(unchanged), List.copyOf(absent));
    }

    /**
     * What has landed of trades, by date. Dates without any between those with trades have none to read, but their news: a
     * weekend's are published once the trades of Monday land. Not before the first trade and after the last, because feeds
     * bring stories of any age, and of the future.
     */
    private static Collection<DateInput> inputs(LandedTrades landed, DateContexts contexts) {
        var inputs = new TreeMap<LocalDate, DateInput>();
        landed.dates().forEach(input -> inputs.put(input.date(), input));
        if (!inputs.isEmpty()) {
            LocalDate first = inputs.firstKey();
            LocalDate last = inputs.lastKey();
            contexts.news().dates().stream()
                    .map(DateInput::date)
                    .filter(date -> date.isAfter(first) && date.isBefore(last))
                    .forEach(date -> inputs.putIfAbsent(date, new DateInput(date, List.of())));
        }
        return inputs.values();
    }

    private static Optional<Reason> dirty(
            LocalDate date,
            String digest,
            Instant coveredUntil,
            @Nullable PublishedDate published,
            ResultDirectory results)
            throws IOException {
        if (published == null) {
            return Optional.of(Reason.NEW);
        }
        if (!published.digest().equals(digest)) {
            return Optional.of(Reason.CHANGED);
        }
        Instant end = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (coveredUntil.equals(end) && published.coveredUntil().isBefore(end)) {
            return Optional.of(Reason.ENDED);
        }
        return results.isCurrent(date, digest) ? Optional.empty() : Optional.of(Reason.FILES_MISSING);
    }
}
