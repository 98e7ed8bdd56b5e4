package io.tidemark.dashboard.landing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of landing.
 *
 * @param asked whether anybody is asked at all
 * @param readAt when the consumer last answered with something else than before
 * @param datasets what it said then
 * @param fault why it does not answer now; empty while it does
 */
public record LandingProgress(
        boolean asked, Optional<Instant> readAt, List<DatasetProgress> datasets, Optional<String> fault) {
    /** No consumer is known. */
    public static final LandingProgress NOT_ASKED =
            new LandingProgress(false, Optional.empty(), List.of(), Optional.empty());

    /** A consumer is known and has not answered yet. */
    public static final LandingProgress ASKED =
            new LandingProgress(true, Optional.empty(), List.of(), Optional.empty());

    public LandingProgress {
        datasets = List.copyOf(datasets);
    }

    LandingProgress answered(Instant now, List<DatasetProgress> said) {
        boolean same = readAt.isPresent() && said.equals(datasets);
        return new LandingProgress(true, same ? readAt : Optional.of(now), said, Optional.empty());
    }

    LandingProgress failed(String why) {
        return new LandingProgress(true, readAt, datasets, Optional.of(why));
    }
}
