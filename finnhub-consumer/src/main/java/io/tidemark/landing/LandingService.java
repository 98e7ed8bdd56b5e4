package io.tidemark.landing;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.landing.consume.LandingLoop;
import io.tidemark.landing.consume.LandingMetrics;
import io.tidemark.landing.consume.LandingRefusedException;
import io.tidemark.landing.consume.LoopState;
import io.tidemark.landing.consume.RotationLimits;
import io.tidemark.landing.consume.TopicIdentity;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.TimedFiles;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.record.TradeRows;
import io.tidemark.landing.segment.BrokenChainException;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.SegmentSource;
import io.tidemark.servicekit.health.ComponentHealth;
import io.tidemark.servicekit.service.FatalErrors;
import io.tidemark.servicekit.service.Service;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/** The landing loop as a service: one thread that ends only by a stop or by something fatal. */
final class LandingService implements Service {
    /** Only for tests: two writers on one partition, as if the lock did not work. */
    private static final String LOCK_BYPASS = "landing.lock.bypass";

    /** Longer than any poll or commit: beyond it the loop hangs, and a restart is safe at any time. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

    private final LandingLoop loop;
    private final Path directory;
    private final FatalErrors fatal;
    private final Thread thread;

    private LandingService(LandingLoop loop, Path directory, FatalErrors fatal) {
        this.loop = loop;
        this.directory = directory;
        this.fatal = fatal;
        this.thread = new Thread(this::land, "landing");
    }

    static LandingService create(LandingSettings settings, ServiceContext context, Function<Path, LandingFiles> files)
            throws IOException {
        Path directory = settings.landing().directory().toAbsolutePath().normalize();
        Files.createDirectories(directory);
        var metrics = new LandingMetrics(context.metrics());
        var site = new LandingSite(
                LandingLayout.trades(directory),
                new TimedFiles(files.apply(directory), metrics.syncs()),
                FailPoints.fromSystemProperty(),
                context.clock(),
                System::nanoTime,
                Boolean.getBoolean(LOCK_BYPASS));
        LandingLoop loop = loop(settings, site, metrics);
        context.health().addLiveness("loop", () -> alive(loop.state()));
        context.health().addReadiness("partitions", () -> reading(loop.state()));
        return new LandingService(loop, directory, context.fatal());
    }

    private static LandingLoop loop(LandingSettings settings, LandingSite site, LandingMetrics metrics) {
        LandingSettings.Landing landing = settings.landing();
        String topic = settings.kafka().topic();
        return new LandingLoop(
                new KafkaConsumer<>(KafkaClients.consumer(settings.kafka())),
                new TopicIdentity(Admin.create(KafkaClients.admin(settings.kafka())), topic),
                site,
                new SegmentSource(topic, TradeCsv.HEADER, TradeCsv.SCHEMA_VERSION),
                new TradeRows(landing.maxFuture()),
                new RotationLimits(
                        landing.segment().maxBytes().bytes(), landing.segment().maxAge(), landing.maxOpenFiles()),
                landing.acceptGap(),
                metrics);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() throws InterruptedException {
        loop.stop();
        thread.join();
    }

    private void land() {
        try {
            loop.run();
        } catch (LandingRefusedException e) {
            fatal.report(String.valueOf(e.getMessage()), null);
        } catch (BrokenChainException e) {
            fatal.report(
                    directory + " contradicts itself: " + e.getMessage()
                            + ". Nothing more is written before a person has looked (verify lists all that is wrong).",
                    null);
        } catch (IOException e) {
            fatal.report(
                    "landing in " + directory + " failed: " + e.getMessage() + spaceLeft()
                            + ". Open segments were dropped; what is visible is whole, and a restart goes on where the"
                            + " chains end.",
                    e);
        } catch (KafkaException e) {
            fatal.report("reading Kafka failed: " + e.getMessage(), e);
        }
    }

    private String spaceLeft() {
        try {
            return " (" + Files.getFileStore(directory).getUsableSpace() / 1024 + " KiB free there)";
        } catch (IOException e) {
            return " (its file system does not answer: " + e.getMessage() + ")";
        }
    }

    private static ComponentHealth alive(LoopState state) {
        Duration silence = state.sinceLastBeat();
        return silence.compareTo(LONGEST_ROUND) < 0
                ? ComponentHealth.healthy()
                : ComponentHealth.failing("the loop stands still since " + silence.toSeconds() + " s");
    }

    private static ComponentHealth reading(LoopState state) {
        if (!state.joined()) {
            return ComponentHealth.failing("waits for the topic");
        }
        if (state.waiting() > 0) {
            return ComponentHealth.failing(state.waiting() + " partitions wait for their lock or for Kafka");
        }
        return ComponentHealth.healthy("lands " + state.landing() + " partitions");
    }
}
