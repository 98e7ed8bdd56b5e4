package io.tidemark.batch.compact;

import io.tidemark.batch.landing.InputFile;
import io.tidemark.batch.parse.CsvText;
import io.tidemark.batch.parse.FileProofs;
import io.tidemark.batch.parse.FileRange;
import io.tidemark.batch.parse.RangePlan;
import io.tidemark.batch.parse.RangeProof;
import io.tidemark.batch.parse.RangeReader;
import io.tidemark.batch.parse.TradeRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads whole landed files, proved by their manifests. For one thread. */
final class SourceReading {
    private final RangeReader reader = new RangeReader();

    /**
     * Hands a file's rows to the consumer.
     *
     * @throws IOException when the file is not what its manifest says; the message names it
     */
    void read(InputFile file, Consumer<TradeRow> rows) throws IOException {
        List<RangeProof> proofs = new ArrayList<>();
        for (FileRange range : RangePlan.ranges(file)) {
            proofs.add(reader.read(range, rows));
        }
        List<String> faults = FileProofs.faults(List.of(file), proofs);
        if (!faults.isEmpty()) {
            throw new IOException(String.join("; ", faults));
        }
    }

    /** Why a file's rows cannot be given back as they landed, if they cannot. */
    Optional<String> obstacle(InputFile file) throws IOException {
        var text = new CsvText();
        boolean[] quotedId = {false};
        read(file, row -> {
            text.add(row);
            quotedId[0] |= row.isEventIdQuoted();
        });
        if (quotedId[0]) {
            return Optional.of("it has an event id that CSV puts in quotes");
        }
        return isEqual(text, file)
                ? Optional.empty()
                : Optional.of(
                        "its text would not come out bit for bit: numbers or quotes are written otherwise than the"
                                + " landing consumer writes them");
    }

    /** Whether rows that were written back are the landed file. */
    static boolean isEqual(CsvText text, InputFile file) {
        return text.length() == file.bytes() && text.crc32c() == file.crc32c();
    }
}
