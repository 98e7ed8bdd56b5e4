package io.tidemark.batch.compact;

import io.tidemark.contracts.landing.LandingLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A directory of compacted dates.
 *
 * <pre>
 * trades_compacted/
 *   _manifests/2026-11-22.json                 names the date's directory and proves its files: the date's publication
 *   dt=2026-11-22/3f0c9a...-2/part-0000.parquet
 *   _tmp/                                      what is being made
 *   _lock                                      held by the one who makes it
 * </pre>
 *
 * @param root the directory
 */
public record CompactedTrades(Path root) {
    /** Its name in the landing directory, beside {@code trades}. */
    public static final String NAME = "trades_compacted";

    /** The compaction that belongs to a landing directory. */
    public static CompactedTrades beside(Path landingDirectory) {
        return new CompactedTrades(landingDirectory.resolve(NAME));
    }

    /**
     * The published compaction of a date, if there is one.
     *
     * @throws IOException when its manifest cannot be read; the message names it
     */
    public Optional<CompactionManifest> of(LocalDate date) throws IOException {
        Path file = manifest(date);
        try {
            return Optional.ofNullable(CompactionManifestCodec.decode(Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IOException(
                    file + ": " + e.getMessage() + "; delete it, or read the CSV alone by --no-compacted", e);
        }
    }

    Path manifests() {
        return root.resolve("_manifests");
    }

    /** Manifest of a date: it is there when the date is compacted. */
    public Path manifest(LocalDate date) {
        return manifests().resolve(date + ".json");
    }

    /** All generations of a date. */
    Path date(LocalDate date) {
        return root.resolve(LandingLayout.dateDirectory(date));
    }

    Path temporary() {
        return root.resolve("_tmp");
    }

    Path lock() {
        return root.resolve("_lock");
    }
}
