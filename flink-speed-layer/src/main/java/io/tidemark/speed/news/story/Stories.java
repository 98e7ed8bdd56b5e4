package io.tidemark.speed.news.story;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.newsanalysis.link.SymbolLink;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Knows each story once. The first version is linked to symbols, judged and sent on. A later one is sent on, with a greater
 * revision, only when it brings symbols that the story did not have; it then replaces the texts, and the story stays where
 * it was first published. Keyed by {@link #keyOf}. Counts: metrics {@code newsStories}, {@code newsRelinked},
 * {@code newsRepeated}.
 *
 * <p>A story is forgotten by event time, so that a replay forgets what the first run forgot.
 */
@SuppressWarnings("NullAway.Init") // Flink opens a function before it uses it
public final class Stories extends KeyedProcessFunction<String, IncomingNews, Story> {
    private static final long serialVersionUID = 1L;

    private final StoryReader.Maker readers;
    private final long rememberMs;
    private transient StoryReader reader;
    private transient ValueState<KnownStory> known;
    private transient Counter stories;
    private transient Counter relinked;
    private transient Counter repeated;

    /**
     * Stories.
     *
     * @param readers who understands them
     * @param remember how long after its latest receipt a story is known
     */
    public Stories(StoryReader.Maker readers, Duration remember) {
        this.readers = readers;
        this.rememberMs = remember.toMillis();
    }

    /** Feed and id in one; neither has a NUL. */
    public static String keyOf(IncomingNews news) {
        return news.feed + '\0' + news.id;
    }

    @Override
    public void open(OpenContext context) {
        reader = readers.make();
        known = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("known-story", TypeInformation.of(KnownStory.class)));
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        stories = metrics.counter("newsStories");
        relinked = metrics.counter("newsRelinked");
        repeated = metrics.counter("newsRepeated");
    }

    @Override
    public void processElement(IncomingNews news, Context context, Collector<Story> out) throws Exception {
        @Nullable KnownStory found = known.value();
        KnownStory story = found == null ? new KnownStory() : found;
        boolean first = found == null;
        if (first) {
            story.publishedAt = news.publishedAt;
        }
        if (news.receivedAt + rememberMs > story.forgetAt) {
            story.forgetAt = news.receivedAt + rememberMs;
            context.timerService().registerEventTimeTimer(story.forgetAt);
        }
        NewsItem item = news.toItem();
        List<SymbolLink> fresh = story.fresh(reader.links(item));
        if (first || !fresh.isEmpty()) {
            (first ? stories : relinked).inc();
            story.add(fresh);
            out.collect(row(news, story, fresh, reader.sentiment(item)));
        } else {
            repeated.inc();
        }
        known.update(story);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Story> out) throws Exception {
        @Nullable KnownStory story = known.value();
        if (story != null && timestamp >= story.forgetAt) {
            known.clear();
        }
    }

    private static Story row(IncomingNews news, KnownStory known, List<SymbolLink> fresh, double sentiment) {
        var story = new Story();
        story.feed = news.feed;
        story.id = news.id;
        story.publishedAt = known.publishedAt;
        story.receivedAt = news.receivedAt;
        story.headline = news.headline;
        story.summary = news.summary;
        story.source = news.source;
        story.url = news.url;
        story.category = news.category;
        story.symbols = known.symbols;
        story.relevances = known.relevances;
        story.sentiment = sentiment;
        story.revision = known.revision;
        story.newSymbols = KnownStory.symbols(fresh);
        story.newRelevances = KnownStory.relevances(fresh);
        return story;
    }
}
