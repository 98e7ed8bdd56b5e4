package io.tidemark.simulator;

import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.recording.RecordingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that plays trades. */
final class PlaybackThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybackThread.class);
    private static final long STOP_MS = 5_000;

    private final Playback playback;
    private final Thread thread;
    private volatile @Nullable RuntimeException failure;

    PlaybackThread(Playback playback) {
        this.playback = playback;
        this.thread = new Thread(this::run, "playback");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            LOG.debug("playback waits for its start");
            playback.play();
            LOG.info("playback finished");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.debug("playback stopped");
        } catch (RecordingException e) {
            failure = e;
            LOG.error("playback ended: {}", e.getMessage());
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("playback ended by a fault of the simulator", e);
        }
    }

    /** What ended the playback before its time, if anything did. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops playing and waits for the thread, at most some seconds. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            // Joining a thread that was never started returns at once.
            thread.join(STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
