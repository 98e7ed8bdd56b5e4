package io.tidemark.newsanalysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentScorerTest {
    private final SentimentScorer scorer = new SentimentScorer(Lexicon.bundled());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POSITIVE | Profit at Apple surges past estimates
                    POSITIVE | Airline narrows quarterly loss
                    POSITIVE | Costs fall for third quarter in a row
                    POSITIVE | Builder avoids bankruptcy
                    POSITIVE | Lawsuit against retailer dismissed
                    POSITIVE | Shares up 5% after the close
                    POSITIVE | Drug maker not guilty, jury finds
                    POSITIVE | Revenue slips but profit beats estimates
                    POSITIVE | Stock climbs despite weak sales
                    POSITIVE | Fears of a default recede
                    POSITIVE | Retailer's loss is smaller than feared
                    POSITIVE | Maker wins appeal against antitrust fine
                    NEGATIVE | Copper slumps on fears of a glut
                    NEGATIVE | Bank to pay $2 billion to settle fraud suit
                    NEGATIVE | Carmaker cuts its full-year forecast
                    NEGATIVE | Loss widens at streaming unit
                    NEGATIVE | Costs jump as fuel gets dear
                    NEGATIVE | Chip maker fails to beat estimates
                    NEGATIVE | Shares down 5% after the close
                    NEGATIVE | Profit beats estimates but outlook disappoints
                    NEGATIVE | Bank no longer profitable
                    NEGATIVE | Stock -4.2% in early trade
                    NEUTRAL  | Company sets up a new unit in Ohio
                    NEUTRAL  | Crude and gross margin are words of the trade
                    NEUTRAL  | Four directors to stand for election in May
                    """)
    void headlines_mean_what_a_reader_takes_them_to_mean(SentimentLabel label, String headline) {
        assertThat(SentimentLabel.of(scorer.score(headline, "")))
                .as("%s: %s", headline, scorer.score(headline, ""))
                .isEqualTo(label);
    }

    @Test
    void the_score_of_one_word_is_the_normalized_valence() {
        assertThat(scorer.score("upgrade", "")).isEqualTo(2.2 / Math.sqrt(2.2 * 2.2 + 15), within(1e-12));
    }

    @Test
    void degrees_strengthen_and_weaken() {
        double plain = scorer.score("Sales fall", "");
        assertThat(scorer.score("Sales fall sharply", "")).isLessThan(plain);
        assertThat(scorer.score("Sales fall slightly", "")).isBetween(plain, 0.0);
        assertThat(scorer.score("Sales fall 18%", "")).isLessThan(scorer.score("Sales fall 2%", ""));
    }

    @Test
    void a_question_counts_half() {
        assertThat(scorer.score("Is the downturn over?", "")).isBetween(scorer.score("The downturn", ""), 0.0);
    }

    @Test
    void the_summary_counts_less_than_the_headline() {
        double headline = scorer.score("Profit plunges", "");
        assertThat(scorer.score("Results are out", "Profit plunges.")).isBetween(headline, 0.0);
    }

    @Test
    void every_text_has_a_score_from_minus_one_to_one() {
        String dreadful = "fraud crash bankruptcy ".repeat(10_000);
        assertThat(scorer.score(dreadful, dreadful)).isBetween(-1.0, 1.0);
        assertThat(scorer.score("", "")).isZero();
        assertThat(scorer.score("?!.,;:()[]%$+-", "\n\n--")).isZero();
    }
}
