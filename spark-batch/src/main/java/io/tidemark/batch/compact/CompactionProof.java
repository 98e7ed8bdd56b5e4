package io.tidemark.batch.compact;

import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.parse.CsvText;
import io.tidemark.batch.parse.TextColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The proof of a compaction: its files are read as later runs read them, every landed file is written back from the rows,
 * and must have the length and the CRC-32C that its manifest says. So nothing of the CSV is lost, and whatever is computed
 * from the rows is the same.
 */
final class CompactionProof {
    private final Path directory;
    private final List<InputFile> sources;
    private final TextColumn sourceFiles = new TextColumn();
    private final PartReader reader = new PartReader(sourceFiles);
    private int proven;
    private CsvText text = new CsvText();

    private CompactionProof(Path directory, List<InputFile> sources) {
        this.directory = directory;
        this.sources = sources;
    }

    /**
     * Proves parts.
     *
     * @param directory of the parts
     * @param sources the landed files that must be in them
     * @throws IOException when one does not come out as it landed
     */
    static void prove(Path directory, List<CompactedPart> parts, List<InputFile> sources) throws IOException {
        var proof = new CompactionProof(directory, sources);
        for (CompactedPart part : parts) {
            proof.add(part);
        }
        while (proof.proven < sources.size()) {
            proof.end();
        }
    }

    private void add(CompactedPart part) throws IOException {
        Path path = directory.resolve(part.name());
        reader.load(path, part);
        int row = 0;
        for (CompactedPart.Slice slice : part.slices()) {
            while (proven < slice.source()) {
                end();
            }
            if (proven > slice.source()) {
                throw new IOException(
                        path + ": rows of " + sources.get(slice.source()).name() + " stand too late");
            }
            InputFile file = sources.get(slice.source());
            reader.rows(path, new PartReading.Slice(file, row, row + slice.rows()), text::add);
            for (int end = row + slice.rows(); row < end; row++) {
                if (!sourceFiles.text(row).equals(file.name())) {
                    throw new IOException(
                            path + ", row " + row + ": from " + sourceFiles.text(row) + " and not " + file.name());
                }
            }
        }
    }

    /** The rows of the source that is under way are complete. */
    private void end() throws IOException {
        InputFile file = sources.get(proven);
        if (!SourceReading.isEqual(text, file)) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: its rows come back from the Parquet as %,d bytes of CRC-32C %08x, the manifest says %,d of %08x",
                    file.name(),
                    text.length(),
                    text.crc32c(),
                    file.bytes(),
                    file.crc32c()));
        }
        proven++;
        text = new CsvText();
    }
}
