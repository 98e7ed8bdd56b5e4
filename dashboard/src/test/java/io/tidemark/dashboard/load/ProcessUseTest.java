package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessUseTest {
    @Test
    void time_of_a_process_is_its_own_and_that_of_its_ended_children() {
        String stat = "4242 (a (odd) name) S 1 4242 4242 0 -1 4194560 1000 20 3 0 70 30 5 2 20 0 1 0 900 1000 50";

        assertThat(ProcessUse.ticks(stat)).isEqualTo(107);
    }

    @Test
    void the_machine_is_as_busy_as_it_was_since_an_earlier_look() {
        assertThat(new ProcessUse.Machine(300, 1400).busySince(new ProcessUse.Machine(100, 1000)))
                .isEqualTo(50);
    }
}
