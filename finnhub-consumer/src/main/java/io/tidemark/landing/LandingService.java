package io.tidemark.landing;

import io.tidemark.landing.consume.LandingLoop;
import io.tidemark.landing.consume.LandingMetrics;
import io.tidemark.landing.consume.RotationLimits;
import io.tidemark.landing.consume.TopicIdentity;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.disk.TimedFiles;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.servicekit.service.Service;
import io.tidemark.servicekit.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * All datasets as one service. Each has a thread, clients, locks and chains of its own and waits for nothing of another's;
 * but something fatal in one ends the process, so that it cannot be overlooked, after the others have committed.
 */
final class LandingService implements Service {
    /** Only for tests: two writers on one partition, as if the lock did not work. */
    private static final String LOCK_BYPASS = "landing.lock.bypass";

    private final List<DatasetLanding> landings;

    private LandingService(List<DatasetLanding> landings) {
        this.landings = List.copyOf(landings);
    }

    static LandingService create(LandingSettings settings, ServiceContext context, Function<Path, LandingFiles> files)
            throws IOException {
        Path directory = settings.landing().directory().toAbsolutePath().normalize();
        Files.createDirectories(directory);
        Set<Dataset> datasets = Dataset.allNamed(settings.landing().datasets());
        List<DatasetLanding> landings = new ArrayList<>();
        for (Dataset dataset : datasets) {
            var metrics = new LandingMetrics(context.metrics(), dataset.label());
            var site = new LandingSite(
                    dataset.layout(directory),
                    // For one thread: never shared.
                    new TimedFiles(files.apply(directory), metrics.syncs()),
                    FailPoints.fromSystemProperty(dataset.label()),
                    context.clock(),
                    System::nanoTime,
                    Boolean.getBoolean(LOCK_BYPASS));
            LandingLoop loop = loop(dataset, settings, limits(settings.landing(), datasets.size()), site, metrics);
            var landing = new DatasetLanding(dataset, loop, metrics, directory, context.fatal());
            // News are an addition: where nobody publishes any, the trades' landing is as ready as can be.
            boolean mayWait = dataset == Dataset.NEWS && datasets.contains(Dataset.TRADES);
            LandingHealth.of(landing, dataset.topic(settings.kafka()), mayWait).addTo(context.health());
            landings.add(landing);
        }
        context.http().route("/status", new LandingStatus(directory, settings.kafka(), List.copyOf(landings)));
        return new LandingService(landings);
    }

    private static LandingLoop loop(
            Dataset dataset,
            LandingSettings settings,
            RotationLimits limits,
            LandingSite site,
            LandingMetrics metrics) {
        LandingSettings.Landing landing = settings.landing();
        LandingSettings.Kafka kafka = settings.kafka();
        String topic = dataset.topic(kafka);
        return new LandingLoop(
                new KafkaConsumer<>(KafkaClients.consumer(kafka, dataset.group(kafka))),
                new TopicIdentity(Admin.create(KafkaClients.admin(kafka)), topic),
                site,
                dataset.source(topic),
                dataset.rows(landing.maxFuture()),
                limits,
                landing.acceptGap(),
                metrics);
    }

    /** Open files are memory, of which there is one: each dataset may use its share. */
    private static RotationLimits limits(LandingSettings.Landing landing, int datasets) {
        return new RotationLimits(
                landing.segment().maxBytes().bytes(),
                landing.segment().maxAge(),
                Math.max(1, landing.maxOpenFiles() / datasets));
    }

    @Override
    public void start() {
        landings.forEach(DatasetLanding::start);
    }

    @Override
    public void stop() throws InterruptedException {
        // All are asked before any is waited for: they share the time to stop.
        landings.forEach(DatasetLanding::stop);
        for (DatasetLanding landing : landings) {
            landing.join();
        }
    }
}
