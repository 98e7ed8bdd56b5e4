package io.tidemark.ingest;

import io.tidemark.ingest.feed.FeedConnection;
import io.tidemark.ingest.feed.OkHttpFeedSockets;
import io.tidemark.ingest.gap.MemoryKeeper;
import io.tidemark.ingest.publish.DeadLetters;
import io.tidemark.ingest.publish.KafkaEventSink;
import io.tidemark.ingest.publish.TopicPlan;
import io.tidemark.ingest.publish.TopicSetup;
import io.tidemark.servicekit.service.Service;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.time.Duration;

/** The running service: topics first, then the feed; on stop the feed first, then what is under way to Kafka. */
final class IngestService implements Service {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final TopicSetup topicSetup;
    private final TopicPlan topicPlan;
    private final DeadLetters deadLetters;
    private final MemoryKeeper memory;
    private final FeedConnection connection;
    private final OkHttpFeedSockets sockets;
    private final KafkaEventSink sink;
    private final Ticker ticker;
    private final Duration flushPatience;

    IngestService(IngestGraph graph, Duration stopTimeout) {
        this.topicSetup = graph.topicSetup();
        this.topicPlan = graph.topicPlan();
        this.deadLetters = graph.deadLetters();
        this.memory = graph.memory();
        this.connection = graph.connection();
        this.sockets = graph.sockets();
        this.sink = graph.sink();
        this.ticker = graph.ticker();
        // The rest of the timeout is for the feed's close and the last words.
        this.flushPatience = stopTimeout.multipliedBy(3).dividedBy(4);
    }

    /**
     * Puts the service together.
     *
     * @throws IOException when the file of symbols cannot be read
     */
    static Service create(IngestSettings settings, ServiceContext context) throws IOException {
        return new IngestService(IngestGraph.of(settings, context), settings.stopTimeout());
    }

    @Override
    public void start() throws IOException, InterruptedException {
        memory.recall();
        deadLetters.limitTo(Math.min(topicPlan.maxLetterBytes(), topicSetup.ensure(topicPlan)));
        connection.start();
        ticker.start();
    }

    @Override
    public void stop() throws InterruptedException {
        ticker.stop();
        connection.stop(CLOSE_PATIENCE);
        sink.close(flushPatience);
        memory.farewell();
        sockets.close();
    }
}
