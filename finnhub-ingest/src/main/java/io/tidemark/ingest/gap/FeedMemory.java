package io.tidemark.ingest.gap;

import java.util.List;

/**
 * What a process leaves behind for the next one.
 *
 * @param heardUntil instant up to which everything heard was acknowledged by Kafka, epoch ms
 * @param symbols subscribed at that time
 * @param stopped whether the process ended in order
 */
public record FeedMemory(long heardUntil, List<String> symbols, boolean stopped) {
    public FeedMemory {
        symbols = List.copyOf(symbols);
    }
}
