package io.tidemark.batch.compact;

import io.tidemark.batch.landing.DateInput;
import io.tidemark.batch.landing.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Makes a date's compaction: writes its landed files' rows as Parquet, proves that each landed file can be given back from
 * them bit for bit, and publishes. Broken off anywhere, the compaction published before stays; what was written is
 * garbage that {@link CompactionDisk#collect} finds. For one thread.
 */
public final class DateCompaction {
    /** Rows of a part unless told otherwise: some 6 MB, and what a reading task holds by columns. */
    public static final int PART_ROWS = 250_000;

    private static final int DIRECTORY_DIGITS = 16;

    private final CompactionDisk disk;
    private final CompactionStep.Listener steps;
    private final int partRows;
    private final SourceReading reading = new SourceReading();
    private final Configuration configuration = new Configuration(false);

    /**
     * Compactions in a directory.
     *
     * @param partRows most rows of a Parquet file
     */
    public DateCompaction(CompactionDisk disk, CompactionStep.Listener steps, int partRows) {
        this.disk = disk;
        this.steps = steps;
        this.partRows = partRows;
    }

    /**
     * Compacts a date and publishes it.
     *
     * @throws IOException when a landed file is not what its manifest says, when the proof fails, or when the disk does
     */
    public CompactionManifest compact(DateInput input) throws IOException {
        steps.reach(CompactionStep.BEFORE_WRITING);
        String digest = CompactionPlan.digest(input);
        Path temporary = Files.createDirectory(disk.compacted().temporary().resolve("dt=" + input.date()));
        List<InputFile> sources = new ArrayList<>();
        List<CompactionManifest.KeptOut> keptOut = new ArrayList<>();
        List<CompactedPart> parts;
        try (var writing = new PartSequence(temporary, configuration, partRows)) {
            for (InputFile file : input.files()) {
                Optional<String> obstacle = reading.obstacle(file);
                if (obstacle.isPresent()) {
                    keptOut.add(new CompactionManifest.KeptOut(file.name(), obstacle.get()));
                } else {
                    writing.source(sources.size(), file.name());
                    sources.add(file);
                    reading.read(file, writing::add);
                    steps.reach(CompactionStep.WITHIN_A_PART);
                }
            }
            parts = writing.finish();
        }
        steps.reach(CompactionStep.BEFORE_PROOF);
        CompactionProof.prove(temporary, parts, sources);
        steps.reach(CompactionStep.BEFORE_DIRECTORY_RENAME);
        String directory = "dt=" + input.date() + "/" + digest.substring(0, DIRECTORY_DIGITS);
        disk.place(temporary, disk.compacted().root().resolve(directory));
        steps.reach(CompactionStep.BEFORE_MANIFEST);
        var manifest = new CompactionManifest(
                input.date(),
                digest,
                directory,
                sources.stream().map(CompactedSource::of).toList(),
                parts,
                keptOut);
        Path written = disk.write(manifest);
        steps.reach(CompactionStep.BEFORE_PUBLICATION);
        disk.publish(written, input.date());
        steps.reach(CompactionStep.AFTER_PUBLICATION);
        return manifest;
    }
}
