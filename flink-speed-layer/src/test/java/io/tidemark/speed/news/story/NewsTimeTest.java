package io.tidemark.speed.news.story;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.speed.fixture.TestNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class NewsTimeTest {
    private final NewsTime strategy = new NewsTime(Duration.ofSeconds(5), Duration.ofMinutes(10));
    private final List<Long> watermarks = new ArrayList<>();
    private final WatermarkGenerator<IncomingNews> generator =
            strategy.createWatermarkGenerator(new WatermarkGeneratorSupplier.Context() {
                @Override
                public MetricGroup getMetricGroup() {
                    return new UnregisteredMetricsGroup();
                }

                @Override
                public RelativeClock getInputActivityClock() {
                    return new ManualClock();
                }
            });

    private void read(IncomingNews news) {
        var output = new Recorded(watermarks);
        generator.onEvent(news, news.publishedAt, output);
        generator.onPeriodicEmit(output);
    }

    @Test
    void time_goes_on_with_receipt() {
        read(TestNews.judged(TestNews.receivedAt(TestNews.item("1", -3_600_000, "h"), 0)));
        assertThat(watermarks).containsExactly(HOUR - 5_001);
        read(TestNews.judged(TestNews.receivedAt(TestNews.item("2", -7_200_000, "h"), 60_000)));
        assertThat(watermarks).endsWith(HOUR + 54_999);
    }

    @Test
    void refused_records_do_not_move_it() {
        read(TestNews.judged(TestNews.item("1", 0, "h")));
        long before = watermarks.get(0);
        var future = IncomingNews.refused(0, 1, NewsRefusal.FUTURE, "far ahead");
        future.receivedAt = Long.MAX_VALUE;
        read(future);
        assertThat(watermarks).containsOnly(before);
    }

    @Test
    void a_story_stands_where_it_was_published() {
        var assigner =
                strategy.createTimestampAssigner((TimestampAssignerSupplier.Context) UnregisteredMetricsGroup::new);
        assertThat(assigner.extractTimestamp(TestNews.judged(TestNews.item("1", 7, "h")), 1))
                .isEqualTo(HOUR + 7);
    }

    private record Recorded(List<Long> watermarks) implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            // Not looked at.
        }

        @Override
        public void markActive() {
            // Not looked at.
        }
    }
}
