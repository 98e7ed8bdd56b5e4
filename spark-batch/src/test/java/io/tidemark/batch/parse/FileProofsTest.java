package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.batch.landing.InputFile;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FileProofsTest {
    private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    private static final InputFile FILE =
            new InputFile("/landing", "dt=x/a.csv", "tmp", 7, 10, crc(0, 10), 0, 0, 0, 7, 0);

    private static long crc(int from, int to) {
        var crc = new CRC32C();
        crc.update(CONTENT, from, to - from);
        return crc.getValue();
    }

    private static List<String> faults(RangeProof... proofs) {
        return FileProofs.faults(List.of(FILE), List.of(proofs));
    }

    @Test
    void ranges_in_any_order_prove_a_file() {
        assertThat(faults(new RangeProof(0, 6, 4, crc(6, 10), 3), new RangeProof(0, 0, 6, crc(0, 6), 4)))
                .isEmpty();
    }

    @Test
    void a_checksum_that_differs_names_the_file() {
        assertThat(faults(new RangeProof(0, 0, 10, 1, 7)))
                .singleElement()
                .asString()
                .startsWith("/landing/dt=x/a.csv: the file was changed after it landed: CRC-32C 00000001, manifest ");
    }

    @Test
    void rows_that_differ_name_the_file_and_both_numbers() {
        assertThat(faults(new RangeProof(0, 0, 10, crc(0, 10), 6)))
                .containsExactly("/landing/dt=x/a.csv: the file has 6 rows, its manifest says 7");
    }

    @Test
    void a_range_that_nobody_read_names_the_file() {
        assertThat(faults(new RangeProof(0, 0, 6, crc(0, 6), 4)))
                .containsExactly("/landing/dt=x/a.csv: only 6 of 10 bytes were read");
        assertThat(faults()).containsExactly("/landing/dt=x/a.csv: only 0 of 10 bytes were read");
    }
}
