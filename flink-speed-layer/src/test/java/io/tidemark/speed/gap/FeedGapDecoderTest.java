package io.tidemark.speed.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.contracts.codec.DecodeException;
import io.tidemark.contracts.codec.FeedGapCodec;
import io.tidemark.contracts.event.FeedGap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedGapDecoderTest {
    private static final String NUL = String.valueOf((char) 0);

    private static ObservedGap decoded(FeedGap gap) throws DecodeException {
        return new FeedGapDecoder().decode(new FeedGapCodec().encode(gap));
    }

    @Test
    void a_gap_comes_as_it_was() throws DecodeException {
        assertThat(decoded(new FeedGap("finnhub", List.of("AAPL", "IC MARKETS:1"), 1_000, 2_000, "silent for 150 s")))
                .isEqualTo(new ObservedGap(
                        "finnhub", "AAPL" + ObservedGap.SEPARATOR + "IC MARKETS:1", 1_000, 2_000, "silent for 150 s"));
    }

    @Test
    void the_other_sides_words_are_made_fit_for_a_row() throws DecodeException {
        assertThat(decoded(new FeedGap("finnhub", List.of("AAPL"), 1, 2, "bye" + NUL + "\n" + "x".repeat(2_000)))
                        .reason())
                .startsWith("bye xxx")
                .hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {4_102_444_800_001L, Long.MAX_VALUE})
    void a_time_that_is_none_is_refused(long to) {
        assertThatThrownBy(() -> decoded(new FeedGap("finnhub", List.of("AAPL"), 1, to, "")))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("1970");
        assertThatThrownBy(() -> decoded(new FeedGap("finnhub", List.of("AAPL"), -1, 5, "")))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void names_that_no_row_can_hold_are_refused() {
        for (String bad : List.of("a" + NUL, "a\u001fb", "x".repeat(301))) {
            assertThatThrownBy(() -> decoded(new FeedGap(bad, List.of("AAPL"), 1, 2, "")))
                    .isInstanceOf(DecodeException.class);
            assertThatThrownBy(() -> decoded(new FeedGap("finnhub", List.of(bad), 1, 2, "")))
                    .isInstanceOf(DecodeException.class);
        }
        assertThatThrownBy(() -> new FeedGapDecoder().decode(null)).isInstanceOf(DecodeException.class);
    }
}
