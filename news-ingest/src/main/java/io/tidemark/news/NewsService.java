package io.tidemark.news;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.tidemark.news.count.NewsCounters;
import io.tidemark.news.poll.PollPolicy;
import io.tidemark.news.poll.Poller;
import io.tidemark.news.publish.DeliveryHealth;
import io.tidemark.news.publish.KafkaOutlet;
import io.tidemark.news.publish.NewsDesk;
import io.tidemark.news.publish.ProducerConfigs;
import io.tidemark.news.publish.TopicPlan;
import io.tidemark.news.publish.TopicSetup;
import io.tidemark.news.seen.SeenArticles;
import io.tidemark.news.seen.SeenKeeper;
import io.tidemark.news.seen.SeenLimits;
import io.tidemark.news.status.NewsGauges;
import io.tidemark.news.status.NewsHealth;
import io.tidemark.news.status.StatusRoute;
import io.tidemark.servicekit.service.Service;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The running service: the memory first, then topics, then the sources; on stop the other way round. */
final class NewsService implements Service {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final SeenKeeper keeper;
    private final KafkaOutlet outlet;
    private final NewsDesk desk;
    private final Poller poller;
    private final OkHttpClient client;
    private final TopicPlan topics;
    private final TopicSetup topicSetup;
    private final Duration patience;
    private boolean recalled;

    private NewsService(
            NewsSettings settings,
            SeenKeeper keeper,
            KafkaOutlet outlet,
            NewsDesk desk,
            Poller poller,
            OkHttpClient client) {
        this.keeper = keeper;
        this.outlet = outlet;
        this.desk = desk;
        this.poller = poller;
        this.client = client;
        this.topics = topics(settings);
        this.topicSetup = new TopicSetup(
                settings.kafka().bootstrapServers(), settings.kafka().startupTimeout());
        // The rest of the timeout is for the producer and the last word.
        this.patience = settings.stopTimeout().multipliedBy(3).dividedBy(4);
    }

    /**
     * Puts the service together.
     *
     * @throws IOException when the state file is in use or the file of symbols cannot be read
     */
    static Service create(NewsSettings settings, ServiceContext context) throws IOException {
        var clock = context.clock();
        var dedupe = settings.dedupe();
        var seen = new SeenArticles(
                new SeenLimits(dedupe.maxArticles(), dedupe.maxAge(), dedupe.maxAhead(), dedupe.headlineWindow()));
        var client = new OkHttpClient();
        var random = new SecureRandom();
        var sources = new SourceParts(settings, context, seen, client, random).sources();
        var keeper = SeenKeeper.open(settings.state().file(), seen);
        int longestLetter = topics(settings).maxLetterBytes();
        var kafka = settings.kafka();
        var producer = new KafkaProducer<byte[], byte[]>(
                ProducerConfigs.of(kafka.bootstrapServers(), kafka.deliveryTimeout(), longestLetter));
        new KafkaClientMetrics(producer).bindTo(context.metrics());
        var outlet = new KafkaOutlet(producer, longestLetter);
        var counters = new NewsCounters(context.metrics());
        var delivery = new DeliveryHealth(clock);
        var desk = new NewsDesk(outlet, seen, keeper, counters, delivery, clock);
        var backoff = settings.fetch().backoff();
        var policy = new PollPolicy(backoff.longestRound(), backoff.jitter());
        var poller = new Poller(sources, desk, policy, random, clock, context.fatal());
        context.http().route("/status", new StatusRoute(poller, counters, seen, delivery));
        context.health().addReadiness("sources", () -> NewsHealth.sources(poller.status()));
        context.health().addReadiness("kafka", delivery::check);
        context.health().addReadiness("state", keeper::health);
        NewsGauges.addSources(context.metrics(), poller);
        NewsGauges.addMemory(context.metrics(), seen);
        return new NewsService(settings, keeper, outlet, desk, poller, client);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        keeper.recall();
        recalled = true;
        outlet.limitLetters(Math.min(topics.maxLetterBytes(), topicSetup.ensure(topics)));
        poller.start();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        poller.stop();
        // An interrupt does not end a read from a socket.
        client.dispatcher().cancelAll();
        boolean ended = poller.awaitEnd(patience);
        // What still waits for Kafka fails now, and comes again after the next start.
        outlet.close(ended ? CLOSE_PATIENCE : Duration.ZERO);
        if (recalled) {
            desk.close();
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static TopicPlan topics(NewsSettings settings) {
        int letter = settings.fetch().maxBody().toIntExact() / 3 * 4 + (64 << 10);
        var topic = settings.kafka().topic();
        return new TopicPlan(
                topic.partitions(), topic.replicationFactor(), topic.newsRetention(), Math.max(1 << 20, letter));
    }
}
