package io.tidemark.landing.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of one dataset, under names that all datasets share. */
public final class LandingMetrics {
    private static final String DATASET = "dataset";

    private final MeterRegistry registry;
    private final String dataset;
    private final Counter rows;
    private final Counter quarantined;
    private final Counter bytes;
    private final Counter segments;
    private final Counter fenced;
    private final Counter gaps;
    private final Timer commits;
    private final Timer syncs;
    private final Map<Integer, AtomicLong> lags = new ConcurrentHashMap<>();

    /**
     * The counts at one moment.
     *
     * @param rows records landed in data files
     * @param quarantined records landed in quarantine files
     * @param segments committed
     * @param bytes of committed files
     * @param fenced segments dropped because another writer was first
     * @param gapOffsets offsets lost upstream and accepted as gaps
     * @param lag records in Kafka that are not landed yet, over the partitions that this process owns
     */
    public record Counts(
            long rows, long quarantined, long segments, long bytes, long fenced, long gapOffsets, long lag) {}

    /** Registers the meters. */
    public LandingMetrics(MeterRegistry registry, String dataset) {
        this.registry = registry;
        this.dataset = dataset;
        this.rows = counter("landing.rows", "Records landed in data files");
        this.quarantined = counter("landing.quarantined", "Records landed in quarantine files");
        this.bytes = counter("landing.bytes", "Bytes of committed files");
        this.segments = counter("landing.segments", "Segments committed");
        this.fenced = counter("landing.fenced", "Segments dropped because another writer was first");
        this.gaps = counter("landing.gap.offsets", "Offsets lost upstream and accepted as gaps");
        this.commits = Timer.builder("landing.commit")
                .description("From the first sync of a segment to its last rename")
                .tag(DATASET, dataset)
                .register(registry);
        this.syncs = Timer.builder("landing.fsync")
                .description("Syncs of files and directories")
                .tag(DATASET, dataset)
                .register(registry);
    }

    /** A segment became visible. */
    public void committed(long landedRows, long quarantinedRows, long fileBytes) {
        segments.increment();
        rows.increment((double) landedRows);
        quarantined.increment((double) quarantinedRows);
        bytes.increment((double) fileBytes);
    }

    /** A segment was dropped. */
    public void fenced() {
        fenced.increment();
    }

    /** A range was given up. */
    public void gap(long offsets) {
        gaps.increment((double) offsets);
    }

    /** How long commits take. */
    public Timer commits() {
        return commits;
    }

    /** How long syncs take. */
    public Timer syncs() {
        return syncs;
    }

    /** Records between what is landed and the end of the partition. */
    public void lag(int partition, long records) {
        lags.computeIfAbsent(partition, this::registerLag).set(records);
    }

    /** The partition is not ours any more. */
    public void noLag(int partition) {
        lag(partition, 0);
    }

    /** All counts since the process started, and the lag now. */
    public Counts counts() {
        return new Counts(
                (long) rows.count(),
                (long) quarantined.count(),
                (long) segments.count(),
                (long) bytes.count(),
                (long) fenced.count(),
                (long) gaps.count(),
                lags.values().stream().mapToLong(AtomicLong::get).sum());
    }

    private AtomicLong registerLag(int partition) {
        var lag = new AtomicLong();
        Gauge.builder("landing.lag.records", lag, AtomicLong::doubleValue)
                .description("Records in Kafka that are not landed yet; 0 when another process owns the partition")
                .tag(DATASET, dataset)
                .tag("partition", String.valueOf(partition))
                .register(registry);
        return lag;
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag(DATASET, dataset)
                .register(registry);
    }
}
