package io.tidemark.newsanalysis.sentiment;

/** What a word or phrase does to the sentiment of a sentence. Valences are on VADER's scale, from -4 to 4. */
sealed interface LexiconEntry {

    /** Good or bad by itself; 0 for a word that says nothing. */
    record Valence(double value) implements LexiconEntry {}

    /**
     * Something goes up or down. That is good or bad by what it is that moves: profits, or costs.
     *
     * @param value above 0 for up, of something that ought to go up
     * @param alone the valence where the sentence does not say that it is something adverse
     */
    record Direction(double value, double alone) implements LexiconEntry {}

    /** Up or down only with a number beside it: {@code up 3%}, but not {@code set up}. */
    record Measured(double value) implements LexiconEntry {}

    /**
     * A thing of which less is better: losses, costs, claims.
     *
     * @param alone the valence where nothing moves it
     */
    record Adverse(double alone) implements LexiconEntry {}

    /**
     * Turns around what follows: {@code fails to recover}.
     *
     * @param alone the valence where nothing follows
     */
    record Negation(double alone) implements LexiconEntry {}

    /**
     * Turns around what is bad, near it: {@code avoids a strike}, {@code lawsuit dismissed}.
     *
     * @param alone the valence where nothing bad is near
     */
    record Relief(double alone) implements LexiconEntry {}

    /** Strengthens (above 0) or weakens a word near it, by this share of its valence. */
    record Degree(double share) implements LexiconEntry {}

    /** What follows counts more than what went before: {@code but}. */
    record Contrast() implements LexiconEntry {}

    /** What follows, up to a comma, counts less: {@code despite}. */
    record Concession() implements LexiconEntry {}
}
