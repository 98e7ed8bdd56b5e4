package io.tidemark.quality.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the reactor and the packages they own. */
final class Modules {

    /** Modules that run as services or jobs. */
    static final List<String> DEPLOYABLES = List.of(
            "finnhub-ingest",
            "finnhub-consumer",
            "news-ingest",
            "spark-batch",
            "flink-speed-layer",
            "serving",
            "tools/finnhub-simulator");

    /** The deployables' packages, in the same order. */
    static final List<String> DEPLOYABLE_PACKAGES = List.of(
            "io.tidemark.ingest..",
            "io.tidemark.landing..",
            "io.tidemark.news..",
            "io.tidemark.batch..",
            "io.tidemark.speed..",
            "io.tidemark.serving..",
            "io.tidemark.simulator..");

    private static final List<String> OTHERS = List.of(
            "libs/contracts",
            "libs/news-analysis",
            "libs/service-kit",
            "libs/test-kit",
            "tools/quickstart",
            "quality/recording",
            "quality/scale",
            "quality/latency",
            "quality/headlines",
            "quality/orchestration");

    static final Path ROOT = Path.of("..", "..");

    private Modules() {}

    /** All modules that have main classes, by their folders. */
    static List<String> all() {
        return Stream.concat(DEPLOYABLES.stream(), OTHERS.stream()).toList();
    }

    /** Main classes of every module, read where their builds left them. */
    static JavaClasses classes() {
        List<Path> directories = all().stream()
                .map(module -> ROOT.resolve(module).resolve("target/classes"))
                .toList();
        List<Path> missing =
                directories.stream().filter(path -> !Files.isDirectory(path)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("not compiled yet, build from the root: " + missing);
        }
        return new ClassFileImporter().importPaths(directories);
    }
}
