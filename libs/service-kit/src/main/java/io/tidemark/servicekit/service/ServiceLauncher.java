package io.tidemark.servicekit.service;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.servicekit.config.ConfigLoader;
import io.tidemark.servicekit.config.ConfigOutcome;
import io.tidemark.servicekit.config.SettingCheck;
import io.tidemark.servicekit.health.HealthChecks;
import io.tidemark.servicekit.http.HttpPort;
import io.tidemark.servicekit.http.ManagementRoutes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a service as a process: reads its settings, builds it, starts it, and stops it on a signal or a fatal error.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     System.exit(ServiceLauncher.of("finnhub-ingest", "Finnhub's trades to Kafka.", IngestSettings.class)
 *             .defaultTo("http.port", "8081")
 *             .run(arguments, IngestService::create));
 * }
 * }</pre>
 *
 * @param <S> the interface that declares the settings
 */
public final class ServiceLauncher<S extends ServiceSettings> {
    /** Help was wanted and given. */
    public static final int OK = 0;
    /** The service could not start, or reported something fatal. */
    public static final int FAILED = 1;
    /** The settings are wrong. */
    public static final int WRONG_SETTINGS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLauncher.class);

    private final String name;
    private final String purpose;
    private final Class<S> type;
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final List<SettingCheck<? super S>> checks = new ArrayList<>();

    private ServiceLauncher(String name, String purpose, Class<S> type) {
        this.name = name;
        this.purpose = purpose;
        this.type = type;
        checks.add(ServiceLauncher::checkPort);
    }

    /**
     * Describes a process that has no defaults or checks of its own yet.
     *
     * @param name of the service and its jar
     * @param purpose a sentence for {@code --help}
     */
    public static <S extends ServiceSettings> ServiceLauncher<S> of(String name, String purpose, Class<S> type) {
        return new ServiceLauncher<>(name, purpose, type);
    }

    /** Replaces the declared default of a setting, for example of {@code http.port}. */
    public ServiceLauncher<S> defaultTo(String setting, String value) {
        defaults.put(setting, value);
        return this;
    }

    /** Adds rules across settings. */
    public ServiceLauncher<S> checkedBy(SettingCheck<? super S> check) {
        checks.add(check);
        return this;
    }

    /** Runs until the service fails and returns the exit code; a signal ends the process from within. */
    public int run(String[] arguments, ServiceFactory<S> factory) {
        return run(List.of(arguments), factory, ProcessHost.real());
    }

    int run(List<String> arguments, ServiceFactory<S> factory, ProcessHost host) {
        var outcome = new ConfigLoader<>(name, purpose, type, defaults, checks).load(arguments, host.environment());
        if (outcome instanceof ConfigOutcome.Loaded<S> loaded) {
            loaded.effective().forEach(line -> LOG.info("setting {}", line));
            return serve(loaded.settings(), factory, host);
        }
        if (outcome instanceof ConfigOutcome.Invalid<S> invalid) {
            host.err()
                    .println(
                            name + ": " + invalid.problems().size() + " wrong or missing setting(s); --help lists all");
            invalid.problems().forEach(problem -> host.err().println("  " + problem));
            return WRONG_SETTINGS;
        }
        host.out().print(((ConfigOutcome.HelpWanted<S>) outcome).text());
        return OK;
    }

    private static void checkPort(ServiceSettings settings, Consumer<String> problems) {
        int port = settings.http().port();
        if (port < 0 || port > 65_535) {
            problems.accept("http.port: " + port + " is no port, they go from 1 to 65535 (0 takes any free one)");
        }
    }

    private int serve(S settings, ServiceFactory<S> factory, ProcessHost host) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (var jvm = JvmMetrics.bindTo(metrics);
                var http = HttpPort.bind(settings.http().host(), settings.http().port())) {
            var health = new HealthChecks();
            var termination = new Termination();
            ManagementRoutes.addTo(http, health, metrics);
            var context = new ServiceContext(Clock.systemUTC(), metrics, health, http, termination);
            Service service = factory.create(settings, context);
            host.uncaught()
                    .accept((thread, failure) -> termination.report("thread " + thread.getName() + " failed", failure));
            var stop = new BoundedStop(service, settings.stopTimeout());
            host.shutdownHooks().accept(new Thread(() -> stopOnSignal(stop), "shutdown"));
            http.start();
            runUntilFailed(service, stop, termination, http);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{} cannot start: {}", name, RootMessage.of(e));
            LOG.debug("the failure in full", e);
        }
        return FAILED;
    }

    private void runUntilFailed(Service service, BoundedStop stop, Termination termination, HttpPort http)
            throws Exception {
        try {
            service.start();
            LOG.info("{} runs; health, metrics and status at {}", name, http.uri());
            termination.await();
        } finally {
            stop.stop();
        }
    }

    /** The hook outlives the main thread: the process ends when this returns. */
    private void stopOnSignal(BoundedStop stop) {
        if (!stop.stop()) {
            Runtime.getRuntime().halt(FAILED);
        }
        LOG.info("{} stopped", name);
    }
}
