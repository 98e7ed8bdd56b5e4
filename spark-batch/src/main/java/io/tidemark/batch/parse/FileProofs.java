package io.tidemark.batch.parse;

import io.tidemark.batch.landing.InputFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what was read of each file with its manifest. */
public final class FileProofs {
    private FileProofs() {}

    /**
     * One line for each file that is not what its manifest says; empty when all are.
     *
     * @param files of the date
     * @param proofs of all their ranges, in any order
     */
    public static List<String> faults(List<InputFile> files, Collection<RangeProof> proofs) {
        Map<Integer, List<RangeProof>> byFile = proofs.stream().collect(Collectors.groupingBy(RangeProof::fileIndex));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            addFaults(files.get(i), byFile.getOrDefault(i, List.of()), faults);
        }
        return faults;
    }

    private static void addFaults(InputFile file, List<RangeProof> ranges, List<String> faults) {
        List<RangeProof> ordered = ranges.stream()
                .sorted(Comparator.comparingLong(RangeProof::start))
                .toList();
        long bytes = 0;
        long rows = 0;
        long crc32c = 0;
        for (RangeProof range : ordered) {
            if (range.start() != bytes) {
                break;
            }
            crc32c = Crc32cJoin.join(crc32c, range.crc32c(), range.length());
            bytes += range.length();
            rows += range.rows();
        }
        if (bytes != file.bytes()) {
            faults.add(file.path() + ": only " + bytes + " of " + file.bytes() + " bytes were read");
        } else if (crc32c != file.crc32c()) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s: the file was changed after it landed: CRC-32C %08x, manifest %08x",
                    file.path(),
                    crc32c,
                    file.crc32c()));
        } else if (rows != file.rows()) {
            faults.add(file.path() + ": the file has " + rows + " rows, its manifest says " + file.rows());
        }
    }
}
