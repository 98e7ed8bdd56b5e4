package io.tidemark.batch.landing;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.NewsCsv;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What has landed of news, by the manifests alone. A date's news are those that name it as their time of publication.
 *
 * @param dates those with news, in order
 */
public record LandedNews(List<DateInput> dates) {

    public LandedNews {
        dates = List.copyOf(dates);
    }

    /**
     * Reads the manifests of a landing directory such as {@code finnhub-data}.
     *
     * @return without dates when no news has landed yet, or its directory is not there
     * @throws LandingException when a manifest is unreadable or a partition's chain has a hole
     */
    public static LandedNews read(Path landingDirectory) {
        return new LandedNews(
                LandedSegments.read(LandingLayout.news(landingDirectory)).dates(NewsCsv.SCHEMA_VERSION));
    }

    /** The news of a UTC date; without files when there are none. */
    public DateInput on(LocalDate date) {
        return dates.stream()
                .filter(input -> input.date().equals(date))
                .findFirst()
                .orElseGet(() -> new DateInput(date, List.of()));
    }
}
