package io.tidemark.news.publish;

import io.tidemark.contracts.codec.DeadLetterCodec;
import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends records; whoever sends waits for the acknowledgement. */
public final class KafkaOutlet {
    /** An article is text of bounded length; one that is longer than this is none. */
    static final int LONGEST_ARTICLE = 256 * 1024;

    /** Room for the other fields of a letter's record. */
    private static final int LETTER_ENVELOPE = 8 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final NewsItemCodec articles = new NewsItemCodec();
    private final DeadLetterCodec letters = new DeadLetterCodec();
    private volatile int longestPayload;

    /**
     * Makes an outlet.
     *
     * @param longestLetter largest dead letter as a record, until {@link #limitLetters} says otherwise
     */
    public KafkaOutlet(Producer<byte[], byte[]> producer, int longestLetter) {
        this.producer = producer;
        limitLetters(longestLetter);
    }

    /** The largest record that the topic of dead letters takes; longer payloads are cut and say so. */
    public void limitLetters(int longestLetter) {
        // Three bytes are four characters in Base64.
        longestPayload = Math.max(0, (longestLetter - LETTER_ENVELOPE) / 4 * 3);
    }

    byte[] encode(NewsItem item) {
        return articles.encode(item);
    }

    Future<RecordMetadata> article(String id, byte[] encoded) {
        return producer.send(new ProducerRecord<>(Topics.NEWS, id.getBytes(StandardCharsets.UTF_8), encoded));
    }

    Future<RecordMetadata> deadLetter(byte[] payload, String reason, String origin, long receivedAt) {
        boolean fits = payload.length <= longestPayload;
        byte[] kept = fits ? payload : Arrays.copyOf(payload, longestPayload);
        String why = fits ? reason : reason + " (cut: the first " + kept.length + " of " + payload.length + " bytes)";
        return producer.send(new ProducerRecord<>(
                Topics.DEAD_LETTERS, letters.encode(new DeadLetter(kept, why, origin, receivedAt))));
    }

    /** Takes no more and waits for what is under way, at most this long. */
    public void close(Duration patience) {
        producer.close(patience);
    }
}
