package io.tidemark.speed;

import io.tidemark.speed.gap.FeedGapTopic;
import io.tidemark.speed.news.NewsSinks;
import io.tidemark.speed.news.NewsTopology;
import io.tidemark.speed.news.story.NewsTopic;
import io.tidemark.speed.news.story.WordListReader;
import io.tidemark.speed.store.SpeedDatabase;
import io.tidemark.speed.trade.TradeTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology between Kafka and the database, ready to run in this process or on the cluster that called. */
final class SpeedLayerRun {
    private static final Logger LOG = LoggerFactory.getLogger(SpeedLayerRun.class);

    private final StreamExecutionEnvironment env;

    private SpeedLayerRun(StreamExecutionEnvironment env) {
        this.env = env;
    }

    /**
     * Prepares a run.
     *
     * @throws IOException when the checkpoint directory cannot be read
     */
    static SpeedLayerRun of(SpeedLayerSettings settings, Clock clock) throws IOException {
        StreamExecutionEnvironment env = environment(settings);
        SpeedLayerSettings.Kafka kafka = settings.kafka();
        var topic =
                new TradeTopic(kafka.bootstrapServers(), kafka.topic(), kafka.groupId(), kafka.partitionDiscovery());
        var gaps = new FeedGapTopic(
                kafka.bootstrapServers(), kafka.gapTopic(), kafka.groupId(), kafka.partitionDiscovery());
        SpeedLayerSettings.Database address = settings.database();
        var database = new SpeedDatabase(address.url(), address.user(), address.password());
        SpeedLayerTopology.define(
                env,
                new SpeedLayerSources(topic.source(settings.rules(), settings.maxAhead(), clock), gaps.source()),
                new SpeedLayerSinks(
                        database.bars(),
                        database.prices(),
                        database.lateTrades(),
                        // They are counted where they are found.
                        new DiscardingSink<>(),
                        database.feedGaps(),
                        database.alerts()),
                settings.timing());
        if (settings.news().enabled()) {
            defineNews(env, settings, database, clock);
        }
        return new SpeedLayerRun(env);
    }

    private static void defineNews(
            StreamExecutionEnvironment env, SpeedLayerSettings settings, SpeedDatabase database, Clock clock) {
        SpeedLayerSettings.Kafka kafka = settings.kafka();
        NewsSettings news = settings.news();
        var topic = new NewsTopic(kafka.bootstrapServers(), news.topic(), kafka.groupId(), kafka.partitionDiscovery());
        NewsTopology.define(
                env,
                topic.source(news.maxAhead(), clock),
                new WordListReader.FromFiles(news.companies(), news.lexicon()),
                new NewsSinks(
                        database.stories(),
                        database.newsWindows(),
                        database.terms(),
                        database.buzz(),
                        database.alerts(),
                        new DiscardingSink<>()),
                news.rules());
    }

    /** Runs until the job is stopped; throws when it fails for good. */
    void execute() throws Exception {
        env.execute(JobConfiguration.JOB_NAME);
    }

    private static StreamExecutionEnvironment environment(SpeedLayerSettings settings) throws IOException {
        Configuration job = JobConfiguration.job(settings);
        boolean inThisProcess = StreamExecutionEnvironment.getExecutionEnvironment() instanceof LocalStreamEnvironment;
        if (inThisProcess) {
            Optional<Path> newest = NewestCheckpoint.in(settings.checkpoints().directory());
            LOG.info(
                    "{} -> {}; {}",
                    settings.kafka(),
                    settings.database(),
                    newest.map(path -> "going on from " + path).orElse("no checkpoint: reading from the beginning"));
            job.addAll(JobConfiguration.local(settings, newest));
        }
        return StreamExecutionEnvironment.getExecutionEnvironment(job);
    }
}
