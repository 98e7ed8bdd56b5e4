package io.tidemark.quality.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules see every module, and Maven builds each before them, however many it builds at once. */
class ModulesTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern OWN_DEPENDENCY =
            Pattern.compile("<groupId>io\\.tidemark</groupId>\\s+<artifactId>([^<]+)</artifactId>\\s+<version>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s+<artifactId>([^<]+)</artifactId>");
    private static final String OWN = "quality/architecture";

    @Test
    void every_module_of_the_build_is_looked_at() throws IOException {
        List<String> built = texts(MODULE, "pom.xml").stream()
                .filter(module -> !module.equals(OWN))
                .toList();
        assertThat(Modules.all()).containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void each_is_built_before() throws IOException {
        List<String> before = texts(OWN_DEPENDENCY, OWN + "/pom.xml");
        for (String module : Modules.all()) {
            assertThat(before).containsAll(texts(ARTIFACT, module + "/pom.xml"));
        }
    }

    private static List<String> texts(Pattern pattern, String file) throws IOException {
        List<String> found = pattern.matcher(Files.readString(Modules.ROOT.resolve(file)))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(found).as(file).isNotEmpty();
        return found;
    }
}
