package io.tidemark.quality.orchestration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.testkit.landing.LandedSegment;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A landing directory that days are landed in, one after another, as by a consumer that has read everything. */
final class Landing {
    private static final int PARTITIONS = 3;
    private static final long ROWS_PER_SEGMENT = 40_000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final LandingLayout layout;
    private final InstantSource clock;
    private final long[] ends = new long[PARTITIONS];
    private final long[] latest = new long[PARTITIONS];

    Landing(Path directory, InstantSource clock) {
        this.layout = LandingLayout.trades(directory);
        this.clock = clock;
    }

    /** Takes the trades of a day, one by one. */
    interface Day {
        void writeTo(Sink sink) throws IOException;
    }

    /** Where a day's trades go. */
    interface Sink {
        void add(Row row) throws IOException;
    }

    /** Lands a day: a symbol a partition, in segments, and says that nothing more waits. Returns the trades. */
    long land(Day day) throws IOException {
        var segments = new LandedSegment[PARTITIONS];
        for (int i = 0; i < PARTITIONS; i++) {
            segments[i] = next(i);
        }
        long[] all = {0};
        day.writeTo(row -> {
            int partition = Math.floorMod(row.symbol().hashCode(), PARTITIONS);
            segments[partition].add(fields(row, "stage-" + partition + '-' + segments[partition].next()), row.time());
            latest[partition] = Math.max(latest[partition], row.time());
            all[0]++;
            if (segments[partition].rows() == ROWS_PER_SEGMENT) {
                ends[partition] = segments[partition].commit();
                segments[partition] = next(partition);
            }
        });
        for (int i = 0; i < PARTITIONS; i++) {
            ends[i] = segments[i].commit();
            progress(i);
        }
        return all[0];
    }

    private static String fields(Row row, String eventId) {
        String time = Long.toString(row.time());
        return String.join(",", row.symbol(), row.price(), row.volume(), time, time, row.conditions(), eventId);
    }

    private LandedSegment next(int partition) {
        return new LandedSegment(layout, Topics.TRADES, partition, ends[partition]);
    }

    private void progress(int partition) throws IOException {
        Path file = layout.progress(partition);
        Files.createDirectories(file.resolveSibling(""));
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = FACTORY.createGenerator(writer)) {
            json.writeStartObject();
            json.writeNumberField("version", 1);
            json.writeStringField("topic", Topics.TRADES);
            json.writeStringField("topicId", Topics.TRADES + "-id");
            json.writeNumberField("partition", partition);
            json.writeNumberField("position", ends[partition]);
            json.writeNumberField("endOffset", ends[partition]);
            json.writeNumberField("maxEventTime", latest[partition]);
            json.writeNumberField("updatedAt", clock.millis());
            json.writeEndObject();
        }
    }
}
