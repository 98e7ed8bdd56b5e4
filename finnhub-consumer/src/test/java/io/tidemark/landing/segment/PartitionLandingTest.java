package io.tidemark.landing.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.contracts.landing.LandedFile;
import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.contracts.landing.SegmentManifest;
import io.tidemark.landing.failpoint.ArmedFailPoint;
import io.tidemark.landing.failpoint.FailPoint;
import io.tidemark.landing.harness.InProcessWriter;
import io.tidemark.landing.harness.LandedTrades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PartitionLandingTest {

    private final Path landing;

    PartitionLandingTest(@TempDir Path landing) {
        this.landing = landing;
    }

    @Test
    void no_file_is_visible_before_commit_and_every_row_is_after_it() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(2)) {
            writer.append(partition, 250);
            assertThat(LandedTrades.in(landing).rows()).isZero();
            assertThat(LandedTrades.quarantine(landing)).isEmpty();

            CommitOutcome outcome = partition.commit(InProcessWriter.TOPIC_ID);

            assertThat(outcome).isInstanceOf(CommitOutcome.Committed.class);
            assertThat(LandedTrades.in(landing).rows()).isEqualTo(248);
            assertThat(LandedTrades.quarantine(landing)).hasSize(2);
            assertThat(LandedTrades.temporary(landing)).isEmpty();
            assertThat(partition.chain().end()).isEqualTo(250);
        }
    }

    @Test
    void the_manifest_describes_each_file_as_it_is() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(2)) {
            writer.land(partition, 100);
            var committed = (CommitOutcome.Committed) writer.land(partition, 320);
            SegmentManifest manifest = committed.manifest();

            assertThat(manifest.start()).isEqualTo(100);
            assertThat(manifest.end()).isEqualTo(320);
            assertThat(manifest.files()).hasSize(5).isSortedAccordingTo((a, b) -> a.finalName()
                    .compareTo(b.finalName()));
            assertThat(manifest.landedRows() + manifest.quarantinedRows()).isEqualTo(220);
            for (LandedFile file : manifest.files()) {
                assertThat(Files.size(landing.resolve("trades").resolve(file.finalName())))
                        .isEqualTo(file.bytes());
                assertThat(file.maxEventTime() - file.minEventTime()).isBetween(0L, 3_600_000L);
            }
            assertThat(new ManifestDirectory(LandingLayout.trades(landing), 2).read(100))
                    .contains(manifest);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*(PROGRESS|OFFSET_COMMIT)")
    void after_a_failure_at_any_step_the_next_writer_lands_every_record_once(FailPoint point) throws IOException {
        var failing = InProcessWriter.in(landing, ArmedFailPoint.parse(point.label() + ":fail@2"));
        try (PartitionLanding partition = failing.open(0)) {
            assertThatThrownBy(() -> {
                        failing.land(partition, 250);
                        failing.land(partition, 400);
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(point.label());
        }
        var next = InProcessWriter.in(landing);
        try (PartitionLanding partition = next.open(0)) {
            next.land(partition, 600);
        }
        LandedTrades landed = LandedTrades.in(landing);
        assertThat(landed.duplicates()).isZero();
        assertThat(landed.rows()).isEqualTo(InProcessWriter.eventsBelow(600));
        assertThat(LandedTrades.quarantine(landing)).hasSize(6);
        assertThat(LandedTrades.temporary(landing)).isEmpty();
    }

    @Test
    void of_two_writers_with_one_start_the_later_is_fenced_and_reads_on_behind_the_other() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding late = writer.open(0);
                PartitionLanding early = writer.open(0)) {
            writer.append(late, 70);
            writer.append(early, 120);
            writer.land(early, 120);
            writer.land(early, 180);

            assertThat(late.commit(InProcessWriter.TOPIC_ID)).isInstanceOf(CommitOutcome.Fenced.class);
            assertThat(late.position()).isEqualTo(180);
            assertThat(late.hasRecords()).isFalse();
            writer.land(late, 300);
        }
        assertThat(LandedTrades.in(landing).duplicates()).isZero();
        assertThat(LandedTrades.in(landing).rows()).isEqualTo(InProcessWriter.eventsBelow(300));
        assertThat(LandedTrades.temporary(landing)).isEmpty();
    }

    @Test
    void a_fenced_writer_finishes_the_renames_that_the_other_did_not_come_to() throws IOException {
        var killed = InProcessWriter.in(landing, ArmedFailPoint.parse("before-rename:fail"));
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding late = writer.open(0);
                PartitionLanding early = killed.open(0)) {
            writer.append(late, 50);
            assertThatThrownBy(() -> killed.land(early, 80)).isInstanceOf(IOException.class);
            assertThat(LandedTrades.in(landing).rows()).isZero();

            assertThat(late.commit(InProcessWriter.TOPIC_ID)).isInstanceOf(CommitOutcome.Fenced.class);

            assertThat(late.position()).isEqualTo(80);
            assertThat(LandedTrades.in(landing).rows()).isEqualTo(80);
        }
    }

    @Test
    void a_gap_is_a_segment_without_files() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, 50);
            partition.commitGap(InProcessWriter.TOPIC_ID, 90, "lost");
            assertThat(partition.position()).isEqualTo(90);
            writer.land(partition, 120);
        }
        assertThat(new ManifestDirectory(LandingLayout.trades(landing), 0).read(50))
                .hasValueSatisfying(gap -> {
                    assertThat(gap.gapReason()).contains("lost");
                    assertThat(gap.end()).isEqualTo(90);
                    assertThat(gap.files()).isEmpty();
                });
    }

    @Test
    void garbage_of_a_partition_is_collected_when_it_can_never_be_committed_and_not_before() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0);
                PartitionLanding other = writer.open(1)) {
            writer.append(partition, 30);
            writer.append(other, 30);
            int files = LandedTrades.temporary(landing).size();

            // At the chain's end they may belong to a writer at work: opening leaves them alone.
            try (PartitionLanding second = writer.open(0)) {
                assertThat(LandedTrades.temporary(landing)).hasSize(files);
                writer.land(second, 40);
            }
            // Now the first one's are garbage; those of the other partition, with the same start, are not.
            assertThat(LandedTrades.temporary(landing)).hasSize(files / 2).allMatch(file -> file.toString()
                    .contains(".part-trades-1-"));
            assertThat(writer.land(other, 40)).isInstanceOf(CommitOutcome.Committed.class);
            assertThat(partition.commit(InProcessWriter.TOPIC_ID)).isInstanceOf(CommitOutcome.Fenced.class);
        }
        assertThat(LandedTrades.temporary(landing)).isEmpty();
    }

    @Test
    void a_committed_file_that_is_gone_halts_the_next_writer() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            var committed = (CommitOutcome.Committed) writer.land(partition, 50);
            Files.delete(landing.resolve("trades")
                    .resolve(committed.manifest().files().get(0).finalName()));
        }
        assertThatThrownBy(() -> writer.open(0).close())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("is committed, but its file")
                .hasMessageContaining("hour=13");
    }

    @Test
    void a_missing_manifest_halts_the_next_writer() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, 50);
            writer.land(partition, 70);
            writer.land(partition, 90);
        }
        Files.delete(LandingLayout.trades(landing).manifest(0, 50));
        assertThatThrownBy(() -> writer.open(0).close())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("there is a segment at 70, but the chain ends at 50");
    }

    @Test
    void a_damaged_or_misnamed_manifest_halts_the_next_writer() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, 50);
        }
        Path manifest = LandingLayout.trades(landing).manifest(0, 0);
        byte[] bytes = Files.readAllBytes(manifest);
        Files.write(manifest, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> writer.open(0).close())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("is damaged");

        Files.delete(manifest);
        Files.write(LandingLayout.trades(landing).manifest(0, 7), bytes);
        assertThatThrownBy(() -> writer.open(0).close())
                .isInstanceOf(BrokenChainException.class)
                .hasMessageContaining("not what its name says");
    }

    @Test
    void segments_of_two_topics_do_not_chain() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, 50);
            writer.append(partition, 60);
            assertThatThrownBy(() -> partition.commit("another-topic"))
                    .isInstanceOf(BrokenChainException.class)
                    .hasMessageContaining("came from topic id another-topic");
        }
        // Found before the commit: the chain is as it was.
        try (PartitionLanding partition = writer.open(0)) {
            assertThat(partition.position()).isEqualTo(50);
        }
    }

    @Test
    void the_age_of_a_segment_does_not_depend_on_the_wall_clock() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            assertThat(partition.openNanos()).isZero();
            writer.append(partition, 1);
            writer.pass(Duration.ofSeconds(7));
            writer.append(partition, 2);
            assertThat(partition.openNanos()).isEqualTo(Duration.ofSeconds(7).toNanos());
        }
    }

    @Test
    void progress_tells_position_end_and_greatest_event_time() throws IOException {
        var writer = InProcessWriter.in(landing);
        try (PartitionLanding partition = writer.open(0)) {
            writer.land(partition, 50);
            partition.writeProgress(InProcessWriter.TOPIC_ID, 70);
            assertThat(Files.readString(LandingLayout.trades(landing).progress(0)))
                    .contains("\"position\" : 50")
                    .contains("\"endOffset\" : 70")
                    .contains("\"maxEventTime\" : " + partition.chain().maxEventTime());
        }
    }
}
