package io.tidemark.news.seen;

import static io.tidemark.news.fixture.Items.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Bookmark;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenKeeperTest {
    @TempDir
    private Path directory = Path.of(".");

    private static SeenArticles memory() {
        return new SeenArticles(new SeenLimits(100, Duration.ofDays(3), Duration.ofHours(24), Duration.ofHours(24)));
    }

    private Path file() {
        return directory.resolve("deep/seen.jsonl");
    }

    private static void publish(SeenArticles memory, SeenKeeper keeper, NewsItem item) {
        var publish = (Verdict.Publish) memory.judge(item);
        memory.remember(publish.change());
        keeper.note(publish.change());
    }

    private void leaveBehind(int stories) throws IOException {
        var memory = memory();
        try (var keeper = SeenKeeper.open(file(), memory)) {
            keeper.recall();
            for (int i = 0; i < stories; i++) {
                publish(memory, keeper, item("n" + i, "ACME"));
                keeper.write();
            }
            keeper.note(new Bookmark("q", "7\n8"));
            memory.bookmark(new Bookmark("q", "7\n8"));
            keeper.noteRefused("abc");
            memory.rememberRefused("abc");
            keeper.write();
            // As after kill -9: what is on disk now is all there is.
            Files.copy(file(), directory.resolve("killed"));
        }
        Files.move(directory.resolve("killed"), file(), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_restart_remembers_stories_bookmarks_and_refusals() throws IOException {
        leaveBehind(3);
        var memory = memory();
        try (var keeper = SeenKeeper.open(file(), memory)) {
            keeper.recall();
            assertThat(memory.judge(item("n1", "ACME"))).isInstanceOf(Verdict.Duplicate.class);
            assertThat(memory.judge(item("n1", "BOLT")))
                    .isInstanceOfSatisfying(
                            Verdict.Publish.class,
                            publish -> assertThat(publish.item().symbols()).containsExactly("ACME", "BOLT"));
            assertThat(memory.of("q")).hasValue("7\n8");
            assertThat(memory.refusedBefore("abc")).isTrue();
            assertThat(memory.size()).isEqualTo(3);
        }
    }

    @Test
    void a_torn_last_line_is_cut_off() throws IOException {
        leaveBehind(3);
        Files.writeString(file(), "{\"story\":\"n9", StandardOpenOption.APPEND);
        var memory = memory();
        try (var keeper = SeenKeeper.open(file(), memory)) {
            keeper.recall();
            assertThat(memory.size()).isEqualTo(3);
            assertThat(Files.readString(file())).doesNotContain("n9").endsWith("}\n");
        }
    }

    @Test
    void a_file_that_is_something_else_is_told_and_left_alone() throws IOException {
        Files.createDirectories(file().resolveSibling("."));
        Files.writeString(file(), "not\nours\n");
        try (var other = SeenFile.open(directory.resolve("other"))) {
            assertThat(other.read()).isEmpty();
        }
        var keeper = SeenKeeper.open(file(), memory());
        assertThatThrownBy(keeper::recall).isInstanceOf(IOException.class).hasMessageContaining("line 1");
        assertThat(file()).hasContent("not\nours\n");
    }

    @Test
    void the_file_does_not_grow_without_bound() throws IOException {
        var memory = memory();
        try (var keeper = SeenKeeper.open(file(), memory)) {
            keeper.recall();
            for (int i = 0; i < 6_000; i++) {
                publish(memory, keeper, item("n" + i));
                if (i % 500 == 0) {
                    keeper.write();
                }
            }
            keeper.write();
            assertThat(Files.readAllLines(file()).size()).isLessThanOrEqualTo(5_000);
            assertThat(keeper.health().up()).isTrue();
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_said_and_written_in_full_later() throws IOException {
        var memory = memory();
        var keeper = SeenKeeper.open(file(), memory);
        Files.delete(file().resolveSibling("seen.jsonl.lock"));
        Files.delete(file().getParent());
        publish(memory, keeper, item("n1"));
        publish(memory, keeper, item("n2"));
        keeper.write();
        assertThat(keeper.health().up()).isFalse();
        Files.createDirectories(file().getParent());
        keeper.write();
        assertThat(keeper.health().up()).isTrue();
        assertThat(Files.readString(file())).contains("\"n1\"", "\"n2\"");
        keeper.close();
    }

    @Test
    void a_second_owner_is_kept_out() throws IOException {
        try (var first = SeenKeeper.open(file(), memory())) {
            first.recall();
            // Within one process the JDK says it by an exception of its own.
            assertThatThrownBy(() -> SeenKeeper.open(file(), memory()))
                    .isInstanceOfAny(OverlappingFileLockException.class);
        }
        SeenKeeper.open(file(), memory()).close();
    }
}
