package io.tidemark.landing.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.landing.failpoint.ArmedFailPoint;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.failpoint.FailPoints;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.LandedNews;
import io.tidemark.landing.harness.LandedTrades;
import io.tidemark.landing.harness.Verified;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News go through the same protocol as trades, in the same directory. */
final class NewsLandingTest {

    private final Path landing;

    NewsLandingTest(@TempDir Path landing) {
        this.landing = landing;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*(PROGRESS|OFFSET_COMMIT)")
    void after_a_failure_at_any_step_the_next_writer_lands_every_item_once_and_as_it_was(FailPoint point)
            throws IOException {
        var failing = InProcessWriter.ofNews(landing, ArmedFailPoint.parse(point.label() + ":fail@2"));
        try (PartitionLanding partition = failing.open(0)) {
            assertThatThrownBy(() -> {
                        failing.land(partition, 250);
                        failing.land(partition, 400);
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(point.label());
        }
        var next = InProcessWriter.ofNews(landing, FailPoints.NONE);
        try (PartitionLanding partition = next.open(0)) {
            next.land(partition, 600);
        }
        LandedNews landed = LandedNews.in(landing);
        assertThat(landed.duplicates()).isZero();
        assertThat(landed.altered()).isZero();
        assertThat(landed.rows()).isEqualTo(InProcessWriter.eventsBelow(600));
        assertThat(LandedNews.quarantine(landing)).hasSize(6);
        assertThat(LandedTrades.temporary(landing)).isEmpty();
        Verified.run(landing, "--datasets=news").requireProven();
    }

    @Test
    void trades_and_news_of_one_partition_and_offset_do_not_touch_each_other() throws IOException {
        var trades = InProcessWriter.in(landing);
        var news = InProcessWriter.ofNews(landing, FailPoints.NONE);
        try (PartitionLanding tradePartition = trades.open(0);
                PartitionLanding newsPartition = news.open(0)) {
            trades.append(tradePartition, 120);
            news.land(newsPartition, 200);
            // The garbage collection behind that commit has left the open segment of the trades alone.
            trades.land(tradePartition, 150);
        }
        Verified.run(landing, "--datasets=trades,news").requireProven();
        assertThat(LandedTrades.in(landing).rows()).isEqualTo(InProcessWriter.eventsBelow(150));
        assertThat(LandedNews.in(landing).rows()).isEqualTo(InProcessWriter.eventsBelow(200));
    }
}
