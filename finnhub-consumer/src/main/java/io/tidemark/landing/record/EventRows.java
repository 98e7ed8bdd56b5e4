package io.tidemark.landing.record;

import io.tidemark.contracts.codec.Codec;
import io.tidemark.contracts.codec.DecodeException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Rows of one kind of event: its columns, then the record's Kafka coordinates. What cannot be decoded, is no Unicode or
 * is from the future is rejected.
 *
 * @param <T> the event
 */
abstract class EventRows<T> implements RecordRows {
    private final Codec<T> codec;
    private final String timeField;
    private final long maxFutureMs;

    /**
     * Rows of events that are not from the future.
     *
     * @param timeField name of the event time, for reasons
     * @param maxFuture how far beyond the wall clock an event time may lie; the feed's clock and ours differ
     */
    EventRows(Codec<T> codec, String timeField, Duration maxFuture) {
        this.codec = codec;
        this.timeField = timeField;
        this.maxFutureMs = maxFuture.toMillis();
    }

    /** When it happened, epoch ms. */
    abstract long eventTime(T event);

    /** Why an event that could be decoded cannot be landed; empty when it can. */
    abstract Optional<String> fault(T event);

    /** Writes the event's own columns, without a comma behind the last. */
    abstract void columns(T event, RowBuffer row) throws CharacterCodingException;

    @Override
    public final RowOutcome write(ConsumerRecord<byte[], byte[]> record, long now, RowBuffer into) {
        byte[] value = record.value();
        if (value == null) {
            return new RowOutcome.Rejected("no value (a tombstone)");
        }
        try {
            T event = codec.decode(value);
            Optional<String> fault = fault(event);
            if (fault.isPresent()) {
                return new RowOutcome.Rejected(fault.get());
            }
            long eventTime = eventTime(event);
            if (eventTime > now + maxFutureMs) {
                return new RowOutcome.Rejected(timeField + " " + eventTime + " is more than " + maxFutureMs
                        + " ms after the consumer's clock, " + now);
            }
            row(event, record, into);
            return new RowOutcome.Row(eventTime);
        } catch (DecodeException e) {
            return new RowOutcome.Rejected(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            return new RowOutcome.Rejected("a text field is no Unicode: half a surrogate pair");
        }
    }

    /** Texts in one field. */
    static String joined(List<String> texts, char separator) {
        return switch (texts.size()) {
            case 0 -> "";
            case 1 -> texts.get(0);
            default -> String.join(String.valueOf(separator), texts);
        };
    }

    private void row(T event, ConsumerRecord<byte[], byte[]> record, RowBuffer row) throws CharacterCodingException {
        row.reset();
        columns(event, row);
        row.raw(',');
        row.number(record.partition());
        row.raw(',');
        row.number(record.offset());
        row.raw('\n');
    }
}
