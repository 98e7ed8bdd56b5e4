package io.tidemark.landing.harness;

import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.codec.TradeCodec;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.NewsCsv;
import io.tidemark.contracts.landing.TradeCsv;
import io.tidemark.contracts.topic.Topics;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.record.NewsRows;
import io.tidemark.landing.record.QuarantineLine;
import io.tidemark.landing.record.RecordRows;
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
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes a partition's numbered events without Kafka: the event with number n of partition p is at offset n of p. */
public final class InProcessWriter {
    public static final String TOPIC_ID = "topic-id-of-the-tests";
    private static final long NOW = NumberedTrades.BEGIN + Duration.ofDays(1).toMillis();

    private final LandingSite site;
    private final AtomicLong nanoTime = new AtomicLong();
    private final RowBuffer row = new RowBuffer();
    private final Kind kind;

    /** What is written: where it comes from, how it becomes rows, and the events themselves. */
    private record Kind(SegmentSource source, RecordRows rows, LongFunction<byte[]> events) {

        static Kind trades() {
            var codec = new TradeCodec();
            return new Kind(
                    new SegmentSource(Topics.TRADES, TradeCsv.HEADER, TradeCsv.SCHEMA_VERSION),
                    new TradeRows(Duration.ofDays(1)),
                    number -> codec.encode(NumberedTrades.trade(number)));
        }

        static Kind news() {
            var codec = new NewsItemCodec();
            return new Kind(
                    new SegmentSource(Topics.NEWS, NewsCsv.HEADER, NewsCsv.SCHEMA_VERSION),
                    new NewsRows(Duration.ofDays(1)),
                    number -> codec.encode(NumberedNews.item(number)));
        }
    }

    private InProcessWriter(LandingLayout layout, Kind kind, LandingFiles files, FailPoints failPoints) {
        this.kind = kind;
        this.site = new LandingSite(
                layout, files, failPoints, InstantSource.fixed(Instant.ofEpochMilli(NOW)), nanoTime::get, true);
    }

    /** One that ignores the lock, as a second writer by mistake would. */
    public static InProcessWriter in(Path landing) {
        return new InProcessWriter(
                LandingLayout.trades(landing), Kind.trades(), new UnsyncedFiles(landing), FailPoints.NONE);
    }

    public static InProcessWriter in(Path landing, FailPoints failPoints) {
        return new InProcessWriter(
                LandingLayout.trades(landing), Kind.trades(), new UnsyncedFiles(landing), failPoints);
    }

    public static InProcessWriter in(Path landing, LandingFiles files) {
        return new InProcessWriter(LandingLayout.trades(landing), Kind.trades(), files, FailPoints.NONE);
    }

    /** One that writes news. */
    public static InProcessWriter ofNews(Path landing, FailPoints failPoints) {
        return new InProcessWriter(LandingLayout.news(landing), Kind.news(), new UnsyncedFiles(landing), failPoints);
    }

    public PartitionLanding open(int partition) throws IOException {
        return PartitionLanding.tryOpen(site, kind.source(), partition).orElseThrow();
    }

    /** Lets time pass on the monotonic clock. */
    public void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    /** Adds events up to an offset; every hundredth record is none and goes to quarantine. */
    public void append(PartitionLanding landing, long end) throws IOException {
        while (landing.position() < end) {
            long offset = landing.position();
            byte[] value = offset % 100 == 99
                    ? "no event".getBytes(StandardCharsets.UTF_8)
                    : kind.events().apply(offset);
            var record = new ConsumerRecord<>(
                    kind.source().topic(), landing.partition(), offset, "key".getBytes(StandardCharsets.UTF_8), value);
            RowOutcome outcome = kind.rows().write(record, NOW, row);
            if (outcome instanceof RowOutcome.Row event) {
                landing.appendRow(row.bytes(), row.length(), event.eventTime());
            } else if (outcome instanceof RowOutcome.Rejected rejected) {
                landing.appendQuarantined(QuarantineLine.of(record, rejected.reason()));
            }
        }
    }

    /** Adds events up to an offset and commits them. */
    public CommitOutcome land(PartitionLanding landing, long end) throws IOException {
        append(landing, end);
        return landing.commit(TOPIC_ID);
    }

    /** Events among the records below an offset. */
    public static long eventsBelow(long end) {
        return end - end / 100;
    }
}
