package io.tidemark.ingest.feed;

import io.tidemark.ingest.frame.FinnhubFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the feed, for ever: opens it, notices that it is dead, waits as {@link FeedTimings} say, opens
 * it again. Time passes only by {@link #tick()}, so whoever owns it decides how often it looks at the clock. Frames go to
 * the {@link FrameListener} on the socket's own thread and without a lock; everything else is serialized.
 */
public final class FeedConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FeedConnection.class);

    /** Losses in a row after which a person should look whether the key is used elsewhere. */
    private static final int SUSPICIOUS_FAILURES = 5;

    private final Clock clock;
    private final FeedSockets sockets;
    private final FeedTimings timings;
    private final ConnectionIds ids;
    private final FrameListener frames;
    private final FeedObserver observer;
    private final Backoff backoff;
    private final Backoff rejectedBackoff;

    private volatile ConnectionStatus status;
    private @Nullable Session session;

    /**
     * Makes a connection that does nothing before {@link #start()}.
     *
     * @param jitter varies the delays of {@code timings}
     */
    public FeedConnection(
            Clock clock,
            FeedSockets sockets,
            FeedTimings timings,
            RandomGenerator jitter,
            FrameListener frames,
            FeedObserver observer) {
        this.clock = clock;
        this.sockets = sockets;
        this.timings = timings;
        this.ids = new ConnectionIds(clock, jitter);
        this.frames = frames;
        this.observer = observer;
        this.backoff = new Backoff(timings.backoff(), jitter);
        this.rejectedBackoff = new Backoff(timings.rejected(), jitter);
        this.status = new ConnectionStatus(ConnectionState.NEW, clock.instant(), "", 0, "", null);
    }

    /** Makes the first attempt; after {@link #stop} it does nothing. */
    public synchronized void start() {
        if (status.state() == ConnectionState.NEW) {
            connect();
        }
    }

    /** Looks at the clock: notices silence, forgets old failures, makes the attempt that is due. */
    public synchronized void tick() {
        Instant due = status.nextAttempt();
        if (due != null && !clock.instant().isBefore(due)) {
            connect();
        }
        Session current = session;
        if (current == null || !status.connected()) {
            return;
        }
        if (current.watchdog.tooSilent()) {
            lost(current, new FeedLoss.Broken("silent for " + timings.silence().toSeconds() + " s"));
        } else if (status.failures() > 0 && current.heardFor().compareTo(timings.stable()) >= 0) {
            backoff.reset();
            rejectedBackoff.reset();
            status = new ConnectionStatus(status.state(), status.since(), current.id, 0, status.lastLoss(), null);
        }
    }

    /**
     * Closes the connection for good; frames that are already here are still handled.
     *
     * @param patience how long the feed may take to agree before the connection is broken
     */
    public void stop(Duration patience) throws InterruptedException {
        Session last = retire();
        if (last != null) {
            last.socket().close();
            if (!last.ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                last.socket().cancel();
            }
        }
    }

    public ConnectionStatus status() {
        return status;
    }

    private synchronized @Nullable Session retire() {
        Session last = session;
        session = null;
        become(ConnectionState.STOPPED, status.connection(), status.lastLoss(), null);
        return last;
    }

    private void connect() {
        var next = new Session(ids.next());
        session = next;
        become(ConnectionState.CONNECTING, next.id, status.lastLoss(), null);
        next.open();
    }

    private synchronized void opened(Session opened) {
        if (opened != session) {
            return;
        }
        LOG.info("connected to the feed as {}", opened.id);
        opened.begin();
        become(ConnectionState.CONNECTED, opened.id, status.lastLoss(), null);
        observer.onConnected(opened.socket()::send);
    }

    /** What a connection still says after it was given up does not end the outage. */
    private synchronized void heard(Session heard, long receivedAt) {
        if (heard == session) {
            observer.onHeard(receivedAt);
        }
    }

    private synchronized void lost(Session lost, FeedLoss loss) {
        if (lost != session) {
            return;
        }
        session = null;
        lost.socket().cancel();
        boolean rejected = loss instanceof FeedLoss.Rejected;
        Duration delay = (rejected ? rejectedBackoff : backoff).next();
        if (loss instanceof FeedLoss.Throttled throttled
                && throttled.retryAfter().compareTo(delay) > 0) {
            delay = throttled.retryAfter();
        }
        String reason = loss.reason();
        if (!rejected && backoff.failures() >= SUSPICIOUS_FAILURES) {
            reason += " (" + backoff.failures() + " times in a row: is the key in use elsewhere?)";
        }
        LOG.warn("feed lost: {}; next attempt in {} ms", reason, delay.toMillis());
        become(
                rejected ? ConnectionState.REJECTED : ConnectionState.BACKING_OFF,
                lost.id,
                reason,
                clock.instant().plus(delay));
        observer.onLost(loss.reason());
    }

    private void become(ConnectionState state, String connection, String lastLoss, @Nullable Instant nextAttempt) {
        int failures = backoff.failures() + rejectedBackoff.failures();
        status = new ConnectionStatus(state, clock.instant(), connection, failures, lastLoss, nextAttempt);
    }

    /** One connection from its first packet to its last. */
    private final class Session implements FeedSocketListener {
        private final String id;
        private final SilenceWatchdog watchdog = new SilenceWatchdog(clock, timings.silence());
        private @Nullable FeedSocket socket;
        private Instant openedAt = clock.instant();
        private volatile long lastHeard = openedAt.toEpochMilli();
        private final CountDownLatch ended = new CountDownLatch(1);
        private long frameNumber;

        Session(String id) {
            this.id = id;
        }

        void open() {
            socket = sockets.open(this);
        }

        FeedSocket socket() {
            if (socket == null) {
                throw new IllegalStateException("the connection has not been opened yet");
            }
            return socket;
        }

        void begin() {
            openedAt = clock.instant();
            lastHeard = openedAt.toEpochMilli();
            watchdog.frameEnds();
        }

        /** From the handshake to the last frame. */
        Duration heardFor() {
            return Duration.ofMillis(lastHeard - openedAt.toEpochMilli());
        }

        @Override
        public void onOpen() {
            opened(this);
        }

        @Override
        public void onText(String text) {
            watchdog.frameBegins();
            long receivedAt = clock.millis();
            lastHeard = receivedAt;
            frameNumber++;
            frames.onFrame(new FinnhubFrame(id, frameNumber, text, receivedAt));
            handled(receivedAt);
        }

        @Override
        public void onBinary(byte[] bytes) {
            watchdog.frameBegins();
            long receivedAt = clock.millis();
            frameNumber++;
            frames.onBinary(bytes, "finnhub connection " + id + " frame " + frameNumber, receivedAt);
            handled(receivedAt);
        }

        private void handled(long receivedAt) {
            watchdog.frameEnds();
            heard(this, receivedAt);
        }

        @Override
        public void onLost(FeedLoss loss) {
            ended.countDown();
            lost(this, loss);
        }
    }
}
