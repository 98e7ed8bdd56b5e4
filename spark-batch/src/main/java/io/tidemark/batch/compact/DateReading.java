package io.tidemark.batch.compact;

import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.InputFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where a date's rows are read: those of landed files that a compaction holds from its Parquet, the others, such as a
 * late file's, from their CSV.
 *
 * @param csv landed files to read as they are, in order of their names
 * @param parts Parquet files to read
 */
public record DateReading(List<InputFile> csv, List<PartReading> parts) {
    public DateReading {
        csv = List.copyOf(csv);
        parts = List.copyOf(parts);
    }

    /** Reads all from CSV. */
    public static DateReading ofCsv(DateInput input) {
        return new DateReading(input.files(), List.of());
    }

    /**
     * Takes from a compaction what it holds of the date: landed files that it names with the same rows, bytes and CRC-32C.
     */
    public static DateReading of(DateInput input, CompactedTrades compacted, Optional<CompactionManifest> found) {
        if (found.isEmpty()) {
            return ofCsv(input);
        }
        CompactionManifest manifest = found.get();
        Map<CompactedSource, InputFile> landed = new HashMap<>();
        input.files().forEach(file -> landed.put(CompactedSource.of(file), file));
        @Nullable InputFile[] sources = manifest.sources().stream().map(landed::get).toArray(InputFile[]::new);
        Path directory = compacted.root().resolve(manifest.directory());
        List<PartReading> parts = new ArrayList<>();
        for (CompactedPart part : manifest.parts()) {
            List<PartReading.Slice> slices = slices(part, sources);
            if (!slices.isEmpty()) {
                parts.add(new PartReading(directory.resolve(part.name()).toString(), part, slices));
            }
        }
        Set<@Nullable InputFile> covered = new HashSet<>(Arrays.asList(sources));
        return new DateReading(
                input.files().stream().filter(file -> !covered.contains(file)).toList(), parts);
    }

    /** Landed files whose rows come from Parquet, in order of their names. */
    public List<InputFile> compacted() {
        return parts.stream()
                .flatMap(DateReading::files)
                .distinct()
                .sorted(java.util.Comparator.comparing(InputFile::name))
                .toList();
    }

    private static Stream<InputFile> files(PartReading part) {
        return part.slices().stream().map(PartReading.Slice::file);
    }

    private static List<PartReading.Slice> slices(CompactedPart part, @Nullable InputFile[] sources) {
        List<PartReading.Slice> slices = new ArrayList<>();
        int row = 0;
        for (CompactedPart.Slice slice : part.slices()) {
            InputFile file = sources[slice.source()];
            if (file != null) {
                slices.add(new PartReading.Slice(file, row, row + slice.rows()));
            }
            row += slice.rows();
        }
        return slices;
    }
}
