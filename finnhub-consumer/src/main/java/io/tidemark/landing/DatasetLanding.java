package io.tidemark.landing;

import io.tidemark.landing.consume.LandingLoop;
import io.tidemark.landing.consume.LandingMetrics;
import io.tidemark.landing.consume.LandingRefusedException;
import io.tidemark.landing.consume.LoopState;
import io.tidemark.landing.segment.BrokenChainException;
import io.tidemark.servicekit.service.FatalErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;

/** The landing of one dataset: a thread with a loop that ends only by a stop or by something fatal. */
final class DatasetLanding {
    private final Dataset dataset;
    private final LandingLoop loop;
    private final LandingMetrics metrics;
    private final Path directory;
    private final FatalErrors fatal;
    private final Thread thread;

    /**
     * Lands through a loop that was made for the dataset.
     *
     * @param directory of the dataset
     */
    DatasetLanding(Dataset dataset, LandingLoop loop, LandingMetrics metrics, Path directory, FatalErrors fatal) {
        this.dataset = dataset;
        this.loop = loop;
        this.metrics = metrics;
        this.directory = directory;
        this.fatal = fatal;
        this.thread = new Thread(this::land, "landing-" + dataset.label());
    }

    void start() {
        thread.start();
    }

    /** Asks to commit what is open and to end; returns at once. */
    void stop() {
        loop.stop();
    }

    /** Waits until it has ended. */
    void join() throws InterruptedException {
        thread.join();
    }

    Dataset dataset() {
        return dataset;
    }

    LoopState state() {
        return loop.state();
    }

    LandingMetrics.Counts counts() {
        return metrics.counts();
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
}
