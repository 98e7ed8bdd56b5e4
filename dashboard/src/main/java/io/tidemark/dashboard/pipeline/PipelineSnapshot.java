package io.tidemark.dashboard.pipeline;

import io.tidemark.dashboard.feed.FeedStatus;
import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.market.FeedGap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the process knows of the pipeline at one instant; immutable and shared by all sessions.
 *
 * @param readAt when it was last another than before
 * @param landing how far landing is
 * @param gaps newest first
 * @param runs newest first
 * @param dates newest first
 * @param details of the dates that somebody looks at
 */
public record PipelineSnapshot(
        FeedStatus status,
        Optional<Instant> readAt,
        List<Hop> hops,
        LandingProgress landing,
        List<FeedGap> gaps,
        List<LedgerRun> runs,
        List<DateHealth> dates,
        Map<LocalDate, DateDetail> details) {
    /** Before the first look into the database. */
    public static final PipelineSnapshot STARTING = new PipelineSnapshot(
            FeedStatus.Starting.INSTANCE,
            Optional.empty(),
            List.of(),
            LandingProgress.NOT_ASKED,
            List.of(),
            List.of(),
            List.of(),
            Map.of());

    public PipelineSnapshot {
        hops = List.copyOf(hops);
        gaps = List.copyOf(gaps);
        runs = List.copyOf(runs);
        dates = List.copyOf(dates);
        details = Map.copyOf(details);
    }

    /** A hop, if anything has passed it. */
    public Optional<Hop> hop(Hop.Kind kind) {
        return hops.stream().filter(hop -> hop.kind() == kind).findFirst();
    }

    PipelineSnapshot with(FeedStatus otherStatus, LandingProgress otherLanding) {
        return status.equals(otherStatus) && landing.equals(otherLanding)
                ? this
                : new PipelineSnapshot(otherStatus, readAt, hops, otherLanding, gaps, runs, dates, details);
    }
}
