package io.tidemark.quality.headlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HeadlineCheckTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void both_sets_are_understood_as_well_as_the_floors_demand() {
        int exit = run();
        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "tuning: 280 headlines",
                        "held-out: 186 headlines",
                        "accuracy",
                        "macro F1",
                        "precision",
                        "recall");
    }

    @Test
    void a_figure_below_its_floor_fails_the_check_and_is_named() {
        assertThat(run("--min-accuracy=1", "--min-recall=1")).isEqualTo(1);
        assertThat(out.toString()).contains("held-out: accuracy is 0.", "tuning: recall is 0.");
    }

    @Test
    void misjudged_stories_are_listed_on_demand() {
        run();
        int without = out.toString().length();
        out.getBuffer().setLength(0);
        run("--show-errors");
        assertThat(out.toString()).hasSizeGreaterThan(without).contains("for POSITIVE (");
    }

    @Test
    void a_users_lists_change_what_is_found() throws IOException {
        run();
        String bundled = out.toString();
        out.getBuffer().setLength(0);
        Path words = Files.writeString(directory.resolve("words.tsv"), "shares\t-4\n");
        run("--word-list=" + words);
        assertThat(out.toString()).isNotEqualTo(bundled);
        Path broken = Files.writeString(directory.resolve("broken.csv"), "ONLYSYMBOL\n");
        assertThat(run("--companies=" + broken)).isEqualTo(2);
        assertThat(err.toString()).contains(broken + ", line 1");
    }

    private int run(String... arguments) {
        CommandLine commandLine = HeadlineCheck.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
