package io.tidemark.batch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class Crc32cJoinTest {

    private static long crc(byte[] bytes, int from, int to) {
        var crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    @Test
    void the_parts_of_a_message_prove_the_whole_wherever_it_is_cut() {
        var random = new Random(4);
        for (int round = 0; round < 500; round++) {
            byte[] message = new byte[random.nextInt(5_000)];
            random.nextBytes(message);
            int first = random.nextInt(message.length + 1);
            int second = first + random.nextInt(message.length + 1 - first);
            long joined = Crc32cJoin.join(crc(message, 0, first), crc(message, first, second), second - first);
            joined = Crc32cJoin.join(joined, crc(message, second, message.length), message.length - second);
            assertThat(joined).isEqualTo(crc(message, 0, message.length));
        }
    }

    @Test
    void an_empty_part_changes_nothing() {
        assertThat(Crc32cJoin.join(0, 0, 0)).isZero();
        assertThat(Crc32cJoin.join(0x12345678L, 0, 0)).isEqualTo(0x12345678L);
        assertThat(Crc32cJoin.join(0, 0xF2345678L, 99)).isEqualTo(0xF2345678L);
    }
}
