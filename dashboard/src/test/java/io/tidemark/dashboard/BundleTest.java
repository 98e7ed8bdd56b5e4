package io.tidemark.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed bundle is what the browser gets; nothing but this test would say that it is older than its sources. */
class BundleTest {
    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final Path DIGEST = Path.of("src/main/bundles/prod.bundle.digest");
    private static final Pattern POM_LINE =
            Pattern.compile("<vaadin\\.version>|<flow-maven-plugin\\.version>|<artifactId>vaadin-.*-flow</artifactId>");
    private static final Pattern IMPORT = Pattern.compile("^ *@(JsModule|NpmPackage|CssImport)\\(");

    @Test
    void the_committed_bundle_is_made_from_these_sources() throws Exception {
        assertThat(digestOfSources())
                .as("src/main/bundles/prod.bundle is stale: run bin/rebuild-bundle and commit what it changes")
                .isEqualTo(Files.readString(DIGEST).strip());
    }

    @Test
    void the_lock_file_names_no_registry() throws IOException {
        assertThat(Files.readString(Path.of("package-lock.json"))).doesNotContain("\"resolved\"", "https://registry");
    }

    /** The same as bin/bundle-digest. */
    private static String digestOfSources() throws IOException, NoSuchAlgorithmException {
        StringBuilder made = new StringBuilder();
        for (Path file : files(FRONTEND)) {
            made.append(sha256(Files.readAllBytes(file)))
                    .append("  ")
                    .append(slashed(file))
                    .append('\n');
        }
        lines(Path.of("pom.xml"))
                .filter(line -> POM_LINE.matcher(line).find())
                .forEach(line -> made.append(line).append('\n'));
        for (String line : importsNamedInJava()) {
            made.append(line).append('\n');
        }
        return sha256(made.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !slashed(file).contains("/generated/"))
                    .sorted((one, other) -> slashed(one).compareTo(slashed(other)))
                    .toList();
        }
    }

    private static List<String> importsNamedInJava() throws IOException {
        return files(Path.of("src/main/java")).stream()
                .flatMap(BundleTest::lines)
                .filter(line -> IMPORT.matcher(line).find())
                .sorted()
                .toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
