package io.tidemark.contracts.event;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Input that could not be understood, kept with its original bytes so that nothing is lost and it can be replayed.
 *
 * @param payload the original bytes, untouched
 * @param reason why it was refused, for people
 * @param origin where it came from, for example {@code finnhub connection 7f3a frame 12 index 3}
 * @param receivedAt when it was read, epoch ms
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record DeadLetter(byte[] payload, String reason, String origin, long receivedAt) {

    /** Version of this event's JSON form, see {@code schema/dead-letter.v1.json}. */
    public static final int VERSION = 1;

    public DeadLetter {
        payload = payload.clone();
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeadLetter that
                && Arrays.equals(payload, that.payload)
                && reason.equals(that.reason)
                && origin.equals(that.origin)
                && receivedAt == that.receivedAt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(payload), reason, origin, receivedAt);
    }

    @Override
    public String toString() {
        return "DeadLetter[" + payload.length + " bytes, reason=" + reason + ", origin=" + origin + "]";
    }
}
