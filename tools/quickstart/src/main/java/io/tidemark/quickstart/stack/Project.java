package io.tidemark.quickstart.stack;

import io.tidemark.quickstart.process.PartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The checkout we run from, and what its build left there.
 *
 * @param root directory of the parent pom
 */
public record Project(Path root) {

    /**
     * The checkout that the working directory is the root of.
     *
     * @throws PartFailed when it is not one
     */
    public static Project here() throws PartFailed {
        Path root = Path.of("").toAbsolutePath();
        if (!Files.isRegularFile(root.resolve("pom.xml")) || !Files.isDirectory(root.resolve("finnhub-ingest"))) {
            throw new PartFailed("Run this from the project's directory; " + root + " is not it.");
        }
        return new Project(root);
    }

    /** A module's jar. */
    public Path jar(String module) {
        return root.resolve(module).resolve("target").resolve(Path.of(module).getFileName() + ".jar");
    }

    /**
     * Checks that everything is built.
     *
     * @throws PartFailed naming all that is missing
     */
    public void requireBuilt(List<String> modules) throws PartFailed {
        List<String> missing = modules.stream()
                .filter(module -> !Files.isRegularFile(jar(module)))
                .toList();
        if (!missing.isEmpty()) {
            throw new PartFailed("Not built yet: " + String.join(", ", missing) + ". Run `make build`.");
        }
    }

    /** The {@code java} that runs us: JDK 17. */
    public String java17() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The {@code java} of the first JDK 21 or newer, for the dashboard.
     *
     * @throws PartFailed when there is none, with what to do
     */
    public String java21() throws PartFailed, IOException, InterruptedException {
        Process search = new ProcessBuilder(root.resolve("tools/bin/jdk").toString(), "21", "99")
                .redirectErrorStream(true)
                .start();
        String answer = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (search.waitFor() != 0) {
            throw new PartFailed("The dashboard needs a JDK 21 or newer. " + answer);
        }
        return Path.of(answer, "bin", "java").toString();
    }
}
