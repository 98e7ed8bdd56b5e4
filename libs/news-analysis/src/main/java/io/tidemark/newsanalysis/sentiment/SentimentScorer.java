package io.tidemark.newsanalysis.sentiment;

import java.util.List;

/**
 * Scores how good or bad a story's news is, from its words: VADER's lexicon, an own list of the language of markets that wins
 * over it, and rules for negation, degrees, contrast and for what rises or falls.
 *
 * <p>The valences of the words are summed up and the sum x is brought into (-1, 1) as x / sqrt(x² + 15), as C.J. Hutto and Eric
 * Gilbert do in "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text" (ICWSM-14, 2014), from where
 * the factor of a negation and the weights around "but" are, too. Their rules for capitals, exclamation marks and emoticons are
 * left out: in headlines capitals are tickers. The headline counts in full, the summary by a share; a question counts half. Of a very
 * long text the beginning is read.
 *
 * <p>Building one takes some milliseconds, scoring as long as the text. It keeps nothing between two texts and may be used by
 * several threads; it is not serializable, build it where it is used.
 */
public final class SentimentScorer {
    private static final double NORMALIZATION = 15;
    private static final double SUMMARY_SHARE = 0.4;
    private static final double MOST_OF_SUMMARY = 4;
    private static final double QUESTION = 0.5;
    private static final int MOST_CHARACTERS = 4_000;

    private final PhraseTree tree;

    public SentimentScorer(Lexicon lexicon) {
        tree = lexicon.tree();
    }

    /**
     * The sentiment of a story, from -1 (very bad news) to 1; 0 when no word says anything.
     *
     * @param summary may be empty
     */
    public double score(String headline, String summary) {
        double fromSummary = Math.max(-MOST_OF_SUMMARY, Math.min(MOST_OF_SUMMARY, sum(summary)));
        double sum = sum(headline) + SUMMARY_SHARE * fromSummary;
        return sum / Math.sqrt(sum * sum + NORMALIZATION);
    }

    private double sum(String text) {
        List<Sentence> sentences = Sentence.all(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        return sentences.stream().mapToDouble(this::valence).sum();
    }

    private double valence(Sentence sentence) {
        Findings findings = Findings.in(sentence, tree);
        Movements.apply(findings);
        Modifiers.apply(findings);
        Clauses.apply(findings);
        return sentence.question() ? findings.sum() * QUESTION : findings.sum();
    }
}
