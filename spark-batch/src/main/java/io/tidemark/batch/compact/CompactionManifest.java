package io.tidemark.batch.compact;

import java.time.LocalDate;
import java.util.List;

/**
 * What a date's compaction holds. It is published when its manifest has its name; Parquet files that no manifest names do
 * not exist.
 *
 * @param date the date
 * @param digest of all landed files that the compaction was made from, kept out or not: while it is the date's, there is
 *     nothing to do
 * @param directory of the Parquet files, below the compaction's root
 * @param sources landed files whose rows are in it, in order of their names
 * @param parts the Parquet files, in their order
 * @param keptOut landed files whose rows are not
 */
public record CompactionManifest(
        LocalDate date,
        String digest,
        String directory,
        List<CompactedSource> sources,
        List<CompactedPart> parts,
        List<KeptOut> keptOut) {
    public CompactionManifest {
        sources = List.copyOf(sources);
        parts = List.copyOf(parts);
        keptOut = List.copyOf(keptOut);
        checkRows(sources, parts);
    }

    /**
     * A landed file that stays CSV alone.
     *
     * @param name below the dataset's directory
     * @param reason why
     */
    public record KeptOut(String name, String reason) {}

    /** Rows in it. */
    public long rows() {
        return parts.stream().mapToLong(CompactedPart::rows).sum();
    }

    /** Length of the Parquet files. */
    public long bytes() {
        return parts.stream().mapToLong(CompactedPart::bytes).sum();
    }

    private static void checkRows(List<CompactedSource> sources, List<CompactedPart> parts) {
        long[] rows = new long[sources.size()];
        parts.forEach(part -> part.slices().forEach(slice -> rows[slice.source()] += slice.rows()));
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != sources.get(i).rows()) {
                throw new IllegalArgumentException("the parts hold " + rows[i] + " rows of "
                        + sources.get(i).name() + ", which has "
                        + sources.get(i).rows());
            }
        }
    }
}
