package io.tidemark.quality.headlines;

import static io.tidemark.newsanalysis.sentiment.SentimentLabel.NEGATIVE;
import static io.tidemark.newsanalysis.sentiment.SentimentLabel.NEUTRAL;
import static io.tidemark.newsanalysis.sentiment.SentimentLabel.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void accuracy_and_macro_f1_are_as_worked_out_by_hand() {
        var matrix = new ConfusionMatrix();
        matrix.add(NEGATIVE, NEGATIVE);
        matrix.add(NEGATIVE, NEGATIVE);
        matrix.add(NEGATIVE, POSITIVE);
        matrix.add(POSITIVE, POSITIVE);
        matrix.add(NEUTRAL, NEGATIVE);
        assertThat(matrix.accuracy()).isEqualTo(0.6);
        // Negative: precision 2/3, recall 2/3. Neutral: nothing found. Positive: precision 1/2, recall 1.
        assertThat(matrix.macroF1()).isCloseTo((2.0 / 3 + 0 + 2.0 / 3) / 3, within(1e-12));
    }

    @Test
    void precision_and_recall_count_symbols_over_all_stories() {
        var tally = new LinkTally();
        tally.add(Set.of("AAPL", "MSFT"), Set.of("AAPL", "TGT"));
        tally.add(Set.of(), Set.of());
        tally.add(Set.of("KO"), Set.of("KO"));
        assertThat(tally.precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(tally.recall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(tally.f1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void nothing_is_neither_wrong_nor_missed() {
        assertThat(new LinkTally().f1()).isEqualTo(1);
        assertThat(new ConfusionMatrix().accuracy()).isZero();
    }
}
