package io.tidemark.simulator.news;

import io.tidemark.simulator.market.Arrivals;
import io.tidemark.simulator.market.SymbolProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * An endless stream of articles in the order in which they become available, made from a seed: news causes news, more than
 * half of a company's list is about something else, and a story appears in several sources with some delay.
 *
 * <p>Two wires with the same arguments yield the same articles; that is how the market and the REST API read the same news
 * without sharing anything.
 */
public final class NewsWire {

    private static final double BRANCHING = 0.5;
    private static final double CHILD_DELAY_MS = TimeUnit.MINUTES.toMillis(10);
    private static final double DAY_MS = TimeUnit.DAYS.toMillis(1);
    private static final double MOST_STORIES_PER_DAY = 250;
    private static final double OFF_TOPIC = 0.55;
    private static final double ANOTHER_SOURCE = 0.35;
    private static final double MEAN_SOURCES = 1 / (1 - ANOTHER_SOURCE);
    private static final double COPY_DELAY_MS = TimeUnit.MINUTES.toMillis(4);
    private static final double MOVES_PRICE = 0.25;
    private static final double PUBLISHED_BEFORE_MS = TimeUnit.MINUTES.toMillis(8);
    private static final double VERY_LATE = 0.05;
    private static final long VERY_LATE_MS = TimeUnit.HOURS.toMillis(12);
    private static final long ID_EPOCH_MS = 1_600_000_000_000L;
    private static final long MS_PER_ID = 100;
    private static final List<String> SOURCES =
            List.of("Harbor Wire", "Market Ledger", "Tape Daily", "Street Current", "Pier Nine", "The Ticker Post");

    private final List<SymbolProfile> profiles;
    private final List<Desk> desks = List.of(Desk.GENERAL, Desk.FOREX, Desk.CRYPTO, Desk.MERGER);
    private final SplittableRandom random;
    private final Arrivals stories;
    private final PriorityQueue<Draft> drafts = new PriorityQueue<>(Comparator.comparingLong(Draft::availableAt));
    private Arrivals.Event nextStory;
    private long lastId;

    private record Draft(
            long availableAt,
            long publishedAt,
            Desk desk,
            String symbol,
            String related,
            String source,
            StoryText text,
            double logReturn) {}

    /**
     * A wire without a past.
     *
     * @param profiles companies, the most talked about first
     * @param rate factor on the number of stories, above 0
     * @param start epoch ms; no article is available before it
     * @param seed of everything random
     */
    public NewsWire(List<SymbolProfile> profiles, double rate, long start, long seed) {
        this.profiles = List.copyOf(profiles);
        this.random = new SplittableRandom(seed);
        this.stories = new Arrivals(streams(rate), BRANCHING, CHILD_DELAY_MS, start, random.split());
        this.nextStory = stories.next();
    }

    private List<Arrivals.Stream> streams(double rate) {
        List<Arrivals.Stream> streams = new ArrayList<>();
        for (int rank = 1; rank <= profiles.size(); rank++) {
            double items = MOST_STORIES_PER_DAY / Math.sqrt(rank);
            streams.add(new Arrivals.Stream(rate * items / MEAN_SOURCES / DAY_MS, time -> 1, 1));
        }
        for (Desk desk : desks) {
            streams.add(new Arrivals.Stream(rate * desk.storiesPerDay() / MEAN_SOURCES / DAY_MS, time -> 1, 1));
        }
        return streams;
    }

    /** The article that becomes available next. */
    public NewsItem next() {
        Draft first = drafts.peek();
        while (first == null || nextStory.time() <= first.availableAt()) {
            draft(nextStory);
            nextStory = stories.next();
            first = drafts.peek();
        }
        drafts.remove(first);
        return item(first);
    }

    private void draft(Arrivals.Event story) {
        if (story.stream() < profiles.size()) {
            draftCompanyStory(profiles.get(story.stream()), (long) story.time());
        } else {
            Desk desk = desks.get(story.stream() - profiles.size());
            addCopies((long) story.time(), desk, "", "", StoryText.broad(random), 0);
        }
    }

    private void draftCompanyStory(SymbolProfile profile, long time) {
        if (random.nextDouble() < OFF_TOPIC) {
            StoryText text = random.nextBoolean() ? StoryText.broad(random) : aboutAnyone();
            addCopies(time, Desk.COMPANY, profile.symbol(), profile.symbol(), text, 0);
            return;
        }
        double logReturn = 0;
        if (random.nextDouble() < MOVES_PRICE) {
            double size = profile.dailyVolatility() * (0.1 + 0.3 * random.nextExponential());
            logReturn = random.nextBoolean() ? size : -size;
        }
        StoryText text = StoryText.about(profile.company(), logReturn, random);
        addCopies(time, Desk.COMPANY, profile.symbol(), profile.symbol(), text, logReturn);
    }

    private StoryText aboutAnyone() {
        SymbolProfile other = profiles.get(random.nextInt(profiles.size()));
        return StoryText.about(other.company(), 0, random);
    }

    private void addCopies(long time, Desk desk, String symbol, String related, StoryText text, double logReturn) {
        int source = random.nextInt(SOURCES.size());
        drafts.add(new Draft(time, publishedAt(time), desk, symbol, related, SOURCES.get(source), text, logReturn));
        long at = time;
        for (int copy = 1; copy < SOURCES.size() && random.nextDouble() < ANOTHER_SOURCE; copy++) {
            at += (long) (random.nextExponential() * COPY_DELAY_MS) + 1;
            String other = SOURCES.get((source + copy) % SOURCES.size());
            drafts.add(new Draft(at, publishedAt(at), desk, symbol, related, other, text.retold(random), 0));
        }
    }

    private long publishedAt(long available) {
        double before = random.nextDouble() < VERY_LATE
                ? random.nextLong(VERY_LATE_MS)
                : random.nextExponential() * PUBLISHED_BEFORE_MS;
        return TimeUnit.MILLISECONDS.toSeconds(available - (long) before);
    }

    private NewsItem item(Draft draft) {
        // Numbers made from time keep growing when the simulator is started again, as clients' minId expects.
        lastId = Math.max(lastId + 1, (draft.availableAt() - ID_EPOCH_MS) / MS_PER_ID);
        List<String> categories = draft.desk().categories();
        return new NewsItem(
                lastId,
                draft.availableAt(),
                draft.publishedAt(),
                draft.desk(),
                draft.symbol(),
                categories.get(random.nextInt(categories.size())),
                draft.related(),
                draft.source(),
                draft.text().headline(),
                draft.text().summary(),
                "https://news.example/"
                        + draft.source().toLowerCase(Locale.ROOT).replace(' ', '-') + "/" + lastId,
                draft.logReturn());
    }
}
