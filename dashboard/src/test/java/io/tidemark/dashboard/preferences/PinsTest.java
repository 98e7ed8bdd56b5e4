package io.tidemark.dashboard.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinsTest {
    private static final List<String> ALL = List.of("AIG", "IBM", "SPY");

    private final Pins pins = Pins.NONE.with("SPY").with("IBM");

    @Test
    void pinned_symbols_come_first_in_their_order_and_the_others_below() {
        assertThat(pins.arrange(ALL)).containsExactly("SPY", "IBM", "AIG");
        assertThat(pins.visible(ALL)).containsExactly("SPY", "IBM", "AIG");
        assertThat(Pins.NONE.arrange(ALL)).isEqualTo(ALL);
    }

    @Test
    void others_are_hidden_by_choice_unless_nothing_would_be_left() {
        assertThat(pins.withOthersHidden(true).visible(ALL)).containsExactly("SPY", "IBM");
        assertThat(Pins.NONE.withOthersHidden(true).visible(ALL)).isEqualTo(ALL);
        assertThat(new Pins(List.of("GONE"), true).visible(ALL)).isEqualTo(ALL);
        assertThat(pins.withOthersHidden(true).visible(List.of())).isEmpty();
    }

    @Test
    void a_pinned_symbol_that_the_market_does_not_have_yet_keeps_its_place() {
        Pins withAbsent = new Pins(List.of("NVDA", "IBM"), false);

        assertThat(withAbsent.arrange(ALL)).containsExactly("IBM", "AIG", "SPY");
        assertThat(withAbsent.arrange(List.of("IBM", "NVDA"))).containsExactly("NVDA", "IBM");
    }

    @Test
    void symbols_are_moved_as_far_as_there_are_places() {
        assertThat(pins.moved("IBM", -1).symbols()).containsExactly("IBM", "SPY");
        assertThat(pins.moved("IBM", 1)).isEqualTo(pins);
        assertThat(pins.moved("SPY", 9).symbols()).containsExactly("IBM", "SPY");
        assertThat(pins.moved("AIG", 1)).isEqualTo(pins);
        assertThat(pins.without("SPY").symbols()).containsExactly("IBM");
    }

    @Test
    void there_are_never_more_than_the_most_nor_any_twice_nor_any_too_long() {
        List<String> many = IntStream.range(0, 300).mapToObj(i -> "S" + i).toList();

        assertThat(new Pins(many, false).symbols()).hasSize(Pins.MOST);
        assertThat(new Pins(many, false).full()).isTrue();
        assertThat(new Pins(List.of("IBM", "IBM", " ", "X".repeat(65)), false).symbols())
                .containsExactly("IBM");
    }
}
