package io.tidemark.dashboard.pipeline;

import io.tidemark.dashboard.feed.FakeReader;
import io.tidemark.dashboard.landing.LandingProgress;
import io.tidemark.dashboard.market.BatchRun;
import io.tidemark.dashboard.market.FeedGap;
import io.tidemark.dashboard.pipeline.DateDetail.DeadLetters;
import io.tidemark.dashboard.pipeline.DateDetail.OfHour;
import io.tidemark.dashboard.pipeline.DateDetail.OfSymbol;
import io.tidemark.dashboard.pipeline.DateDetail.Quality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A pipeline that is as a test says, and that remembers what it was asked. */
public final class FakePipeline extends FakeReader<PipelineReader.Session, FakePipeline>
        implements PipelineReader, PipelineReader.Session {
    private final List<Hop> hops = new ArrayList<>();
    private final List<FeedGap> gaps = new ArrayList<>();
    private final List<LedgerRun> runs = new ArrayList<>();
    private final Map<LocalDate, Long> landed = new TreeMap<>();
    private LandingProgress landing = LandingProgress.NOT_ASKED;

    /** A run publishes a date with so many rows, all of them counted but for three. */
    public FakePipeline publishes(LocalDate date, long rows) {
        landed.put(date, rows);
        Instant end = date.atTime(20, 0).toInstant(ZoneOffset.UTC);
        BatchRun run = new BatchRun(
                runs.size() + 1,
                date,
                BatchRun.State.PUBLISHED,
                end,
                end.plusMillis(4500),
                rows,
                rows - 3,
                3L,
                40L,
                null);
        runs.addFirst(new LedgerRun(run, 12L, 1000L));
        return this;
    }

    /** The consumer says so of itself. */
    public FakePipeline lands(LandingProgress progress) {
        landing = progress;
        return this;
    }

    /** What the consumer says of itself. */
    public LandingProgress landing() {
        return landing;
    }

    public FakePipeline passes(Hop hop) {
        hops.removeIf(other -> other.kind() == hop.kind());
        hops.add(hop);
        return this;
    }

    public FakePipeline misses(Instant from, Instant to, String reason) {
        gaps.addFirst(new FeedGap("finnhub", from, to, Set.of("IBM", "SPY"), reason));
        return this;
    }

    @Override
    protected FakePipeline self() {
        return this;
    }

    @Override
    protected PipelineReader.Session session() {
        return this;
    }

    @Override
    public List<Hop> hops() {
        return List.copyOf(hops);
    }

    @Override
    public List<FeedGap> gaps() {
        return List.copyOf(gaps);
    }

    @Override
    public List<LedgerRun> runs() {
        return List.copyOf(runs);
    }

    @Override
    public List<DateHealth> dates() {
        asked("dates");
        List<DateHealth> dates = new ArrayList<>();
        landed.forEach((date, rows) -> dates.add(new DateHealth(
                date,
                date.atTime(20, 0).toInstant(ZoneOffset.UTC),
                rows(rows),
                new Agreement(380, 2, 1, 0, 7, 1.5),
                "suspect",
                "duplicates: 1 %",
                4L)));
        return dates.reversed();
    }

    private static Conservation rows(long rows) {
        return new Conservation(rows, rows - 3, 1, 2);
    }

    @Override
    public DateDetail of(LocalDate date) {
        asked(date.toString());
        Long rows = landed.get(date);
        return rows == null
                ? DateDetail.EMPTY
                : new DateDetail(
                        List.of(new OfSymbol("IBM", new Agreement(380, 2, 1, 0, 7, 1.5), 1, "vwap")),
                        List.of(new OfHour(14, rows(rows))),
                        List.of(new Quality("IBM", "suspect", "duplicates: 1 %", rows, 0.01, 0.2, 40L, 900L, 12, true)),
                        List.of(new DeadLetters("not JSON", 4)));
    }
}
