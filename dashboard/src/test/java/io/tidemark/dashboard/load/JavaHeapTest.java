package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JavaHeapTest {
    @Test
    void the_generations_of_the_serial_collector_are_added_and_classes_left_out() {
        String said = """
                4242:
                 DefNew     total 78656K, used 1024K [0x00000000f0000000, 0x00000000f5550000, 0x00000000f5550000)
                  eden space 69952K,   1% used [0x00000000f0000000, 0x00000000f00000ff, 0x00000000f4450000)
                 Tenured    total 174784K, used 30720K [0x00000000f5550000, 0x0000000100000000, 0x0000000100000000)
                 Metaspace       used 70000K, committed 70784K, reserved 1114112K
                """;

        assertThat(JavaHeap.used(said)).isEqualTo(31);
    }

    @Test
    void an_answer_of_another_form_is_refused() {
        assertThatThrownBy(() -> JavaHeap.used("4242:\nCommand failed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Command failed");
    }
}
