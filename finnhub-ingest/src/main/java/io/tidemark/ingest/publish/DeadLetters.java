package io.tidemark.ingest.publish;

import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.ingest.count.IngestCounters;
import io.tidemark.ingest.frame.FinnhubFrame;
import io.tidemark.ingest.frame.RejectedTrade;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what was refused to the topic of dead letters, with its bytes and the reason. */
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    /** Room for the other fields of a letter's record. */
    private static final int ENVELOPE_BYTES = 8 * 1024;

    /** A broken feed refuses thousands a second; the topic has them all, the log one in so many. */
    private static final int LOGGED_ONE_IN = 1_000;

    private final EventSink sink;
    private final IngestCounters counters;
    private volatile int maxPayload;

    /**
     * Makes the sender.
     *
     * @param maxRecordBytes largest record that may be sent, until {@link #limitTo} says otherwise
     */
    public DeadLetters(EventSink sink, IngestCounters counters, int maxRecordBytes) {
        this.sink = sink;
        this.counters = counters;
        limitTo(maxRecordBytes);
    }

    /** The largest record that the topic takes; longer payloads are cut and say so. */
    public void limitTo(int maxRecordBytes) {
        // Three bytes are four characters in Base64.
        maxPayload = Math.max(0, (maxRecordBytes - ENVELOPE_BYTES) / 4 * 3);
    }

    public void frame(FinnhubFrame frame, String reason) {
        bytes(frame.text().getBytes(StandardCharsets.UTF_8), reason, frame.origin(), frame.receivedAt());
    }

    /** Keeps only the beginning of a frame that is too long to be looked at. */
    public void longFrame(FinnhubFrame frame, int keptCharacters, String reason) {
        byte[] beginning = frame.text().substring(0, keptCharacters).getBytes(StandardCharsets.UTF_8);
        bytes(beginning, reason, frame.origin(), frame.receivedAt());
    }

    public void trade(FinnhubFrame frame, RejectedTrade rejected) {
        byte[] payload = rejected.text().getBytes(StandardCharsets.UTF_8);
        bytes(payload, rejected.reason(), frame.origin() + " index " + rejected.index(), frame.receivedAt());
    }

    /** Any other message. */
    public void bytes(byte[] payload, String reason, String origin, long receivedAt) {
        boolean fits = payload.length <= maxPayload;
        byte[] kept = fits ? payload : Arrays.copyOf(payload, maxPayload);
        String why = fits ? reason : reason + " (cut: the first " + maxPayload + " of " + payload.length + " bytes)";
        counters.deadLetters().increment();
        if (counters.deadLetters().sum() % LOGGED_ONE_IN == 1) {
            LOG.warn("dead letter {} (1 in {} is logged): {}: {}", counters.deadLetters(), LOGGED_ONE_IN, origin, why);
        }
        sink.deadLetter(new DeadLetter(kept, why, origin, receivedAt));
    }
}
