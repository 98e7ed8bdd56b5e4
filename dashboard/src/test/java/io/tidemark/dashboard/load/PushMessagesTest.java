package io.tidemark.dashboard.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PushMessagesTest {
    private final PushMessages messages = new PushMessages();

    @Test
    void a_message_is_taken_without_its_length() {
        assertThat(messages.take("8|{\"a\": 1}")).containsExactly("{\"a\": 1}");
    }

    @Test
    void a_message_in_pieces_is_whole_once_the_last_has_come() {
        assertThat(messages.take("1")).isEmpty();
        assertThat(messages.take("0|hello")).isEmpty();
        assertThat(messages.take("world")).containsExactly("helloworld");
    }

    @Test
    void several_messages_in_one_piece_are_several() {
        assertThat(messages.take("3|one3|two5|th")).containsExactly("one", "two");
        assertThat(messages.take("ree")).containsExactly("three");
    }

    @Test
    void a_bar_within_a_message_does_not_end_it() {
        assertThat(messages.take("5|a|b|c1|X")).containsExactly("a|b|c", "X");
    }

    @Test
    void lengths_count_what_the_browser_counts() {
        assertThat(messages.take("6|−1 \uD83D\uDCC8%")).containsExactly("−1 \uD83D\uDCC8%");
    }

    @Test
    void what_has_no_length_is_refused() {
        assertThatThrownBy(() -> messages.take("for(;;);[{\"syncId\": 1}]|"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for(;;)");
    }
}
