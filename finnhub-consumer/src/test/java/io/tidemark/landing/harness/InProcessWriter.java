package io.tidemark.landing.harness;

import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.record.QuarantineLine;
import io.tidemark.landing.record.RowBuffer;
import io.tidemark.landing.record.RowOutcome;
import io.tidemark.landing.record.TradeRows;
import io.tidemark.landing.segment.CommitOutcome;
import io.tidemark.landing.segment.LandingSite;
import io.tidemark.landing.segment.PartitionLanding;
import io.tidemark.landing.segment.SegmentSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes a partition's numbered trades without Kafka: the trade with number n of partition p is at offset n of p. */
public final class InProcessWriter {
    public static final String TOPIC_ID = "topic-id-of-the-tests";
    private static final long NOW = NumberedTrades.BEGIN + Duration.ofDays(1).toMillis();

    private final LandingSite site;
    private final AtomicLong nanoTime = new AtomicLong();
    private final RowBuffer row = new RowBuffer();
    private final TradeRows rows = new TradeRows(Duration.ofDays(1));

    private InProcessWriter(Path landing, LandingFiles files, FailPoints failPoints) {
        this.site = new LandingSite(
                LandingLayout.trades(landing),
                files,
                failPoints,
                InstantSource.fixed(Instant.ofEpochMilli(NOW)),
                nanoTime::get,
                true);
    }

    /** One that ignores the lock, as a second writer by mistake would. */
    public static InProcessWriter in(Path landing) {
        return new InProcessWriter(landing, new UnsyncedFiles(landing), FailPoints.NONE);
    }

    public static InProcessWriter in(Path landing, FailPoints failPoints) {
        return new InProcessWriter(landing, new UnsyncedFiles(landing), failPoints);
    }

    public static InProcessWriter in(Path landing, LandingFiles files) {
        return new InProcessWriter(landing, files, FailPoints.NONE);
    }

    public PartitionLanding open(int partition) throws IOException {
        return PartitionLanding.tryOpen(site, source(), partition).orElseThrow();
    }

    /** What the segments hold. */
    public static SegmentSource source() {
        return new SegmentSource(Topics.TRADES, TradeCsv.HEADER, TradeCsv.SCHEMA_VERSION);
    }

    public LandingSite site() {
        return site;
    }

    /** Lets time pass on the monotonic clock. */
    public void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    /** Adds trades up to an offset; every hundredth record is none and goes to quarantine. */
    public void append(PartitionLanding landing, long end) throws IOException {
        while (landing.position() < end) {
            long offset = landing.position();
            byte[] value = offset % 100 == 99
                    ? "no trade".getBytes(StandardCharsets.UTF_8)
                    : new TradeCodec().encode(NumberedTrades.trade(offset));
            var record = new ConsumerRecord<>(
                    Topics.TRADES, landing.partition(), offset, "key".getBytes(StandardCharsets.UTF_8), value);
            RowOutcome outcome = rows.write(record, NOW, row);
            if (outcome instanceof RowOutcome.Row trade) {
                landing.appendRow(row.bytes(), row.length(), trade.eventTime());
            } else if (outcome instanceof RowOutcome.Rejected rejected) {
                landing.appendQuarantined(QuarantineLine.of(record, rejected.reason()));
            }
        }
    }

    /** Adds trades up to an offset and commits them. */
    public CommitOutcome land(PartitionLanding landing, long end) throws IOException {
        append(landing, end);
        return landing.commit(TOPIC_ID);
    }

    /** Trades among the records below an offset. */
    public static long tradesBelow(long end) {
        return end - end / 100;
    }
}
