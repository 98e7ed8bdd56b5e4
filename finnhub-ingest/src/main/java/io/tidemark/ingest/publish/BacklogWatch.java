package io.tidemark.ingest.publish;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when Kafka falls silent and once when it is back; asked periodically, confined to one thread. */
public final class BacklogWatch {
    /** Longer than any batch takes on a broker that works. */
    public static final Duration STALLED = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);

    private final Backlog backlog;
    private boolean stalled;
    private boolean holding;

    public BacklogWatch(Backlog backlog) {
        this.backlog = backlog;
    }

    public void look() {
        boolean stalledNow = backlog.stalledFor().compareTo(STALLED) > 0;
        if (stalledNow && !stalled) {
            LOG.warn(
                    "Kafka has acknowledged nothing for {} s; {} records wait",
                    STALLED.toSeconds(),
                    backlog.inFlight());
        } else if (stalled && !stalledNow) {
            LOG.info("Kafka acknowledges again");
        }
        stalled = stalledNow;
        boolean holdingNow = backlog.holding();
        if (holdingNow != holding) {
            LOG.info(holdingNow ? "too much waits for Kafka: the feed is held back" : "the feed is read again");
        }
        holding = holdingNow;
    }
}
