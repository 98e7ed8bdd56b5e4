package io.tidemark.landing.verify;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.landing.segment.ManifestDirectory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves a dataset's directory. A consumer may be at work: what is committed when the proof begins is what it looks at.
 * Holds one segment's offsets and the totals in memory.
 */
final class LandingProof {
    private final LandingLayout layout;
    private final RowForm form;
    private final boolean mayBeEmpty;

    /**
     * The proof of one dataset.
     *
     * @param form of its rows
     * @param mayBeEmpty whether it is no problem that nothing has landed
     */
    LandingProof(LandingLayout layout, RowForm form, boolean mayBeEmpty) {
        this.layout = layout;
        this.form = form;
        this.mayBeEmpty = mayBeEmpty;
    }

    /**
     * Reads everything.
     *
     * @param kafka brokers to compare with, if any
     * @param topic that was landed
     * @throws IOException when the directory cannot be read
     */
    DatasetReport prove(Optional<String> kafka, String topic) throws IOException {
        var problems = new Problems();
        var totals = new RowTotals();
        var proof = new PartitionProof(layout, form, problems, totals);
        SortedMap<Integer, PartitionSummary> partitions = new TreeMap<>();
        for (Map.Entry<Integer, long[]> partition : segments().entrySet()) {
            partitions.put(partition.getKey(), proof.prove(partition.getKey(), partition.getValue()));
        }
        if (partitions.isEmpty() && !mayBeEmpty) {
            problems.add(layout.root().toString(), "there are no manifests, so nothing to prove");
        }
        var visible = new VisibleFiles(layout, problems);
        visible.check();
        SortedMap<Integer, Long> behind = kafka.isEmpty()
                ? new TreeMap<>()
                : new KafkaComparison(kafka.get(), topic, mayBeEmpty, problems).behind(partitions);
        return new DatasetReport(
                layout.dataset(),
                layout.root().toString(),
                Collections.unmodifiableSortedMap(partitions),
                totals,
                form.labels(),
                visible.temporary(),
                behind,
                problems.list());
    }

    private SortedMap<Integer, long[]> segments() throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(layout.dataset()) + "-(\\d{1,9})");
        SortedMap<Integer, long[]> segments = new TreeMap<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(layout.manifestsDirectory())) {
            for (Path directory : directories) {
                Matcher partition = name.matcher(String.valueOf(directory.getFileName()));
                if (partition.matches()) {
                    int number = Integer.parseInt(partition.group(1));
                    segments.put(number, new ManifestDirectory(layout, number).starts());
                }
            }
        } catch (NoSuchFileException e) {
            return segments;
        }
        return segments;
    }
}
