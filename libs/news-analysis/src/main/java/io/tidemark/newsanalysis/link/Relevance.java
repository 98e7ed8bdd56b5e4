package io.tidemark.newsanalysis.link;

/**
 * How surely a story is about a symbol, above 0 and at most 1.
 *
 * <table>
 * <caption>The scale</caption>
 * <tr><td>0.85 to 1</td><td>the headline names it first, or it alone</td></tr>
 * <tr><td>0.5 to 0.85</td><td>the headline names it beside others, or only the summary does and begins with it</td></tr>
 * <tr><td>0.25 to 0.5</td><td>mentioned in passing: as a rival, as the bank that judges, deep in the summary, or by a word
 *     that may mean something else</td></tr>
 * <tr><td>below 0.25</td><td>the feed names it and the text does not: of such stories fewer than half are about it</td></tr>
 * </table>
 */
public final class Relevance {

    /** From here on a story is taken to be about the symbol. */
    public static final double RELEVANT = 0.5;

    static final double NAMED_BY_FEED_ONLY = 0.2;
    static final double NAMED_BY_FEED_AMONG_MANY = 0.1;
    /** More symbols than these from a feed are a list of everything that moved. */
    static final int MANY_FEED_SYMBOLS = 3;

    private static final double BYSTANDER = 0.4;
    private static final double BESIDE_ANOTHER = 0.85;
    private static final double IN_A_LIST = 0.65;
    private static final int LIST = 5;
    private static final double SUMMARY_SUBJECT = 0.6;
    private static final double SUMMARY_ASIDE = 0.4;
    private static final double REPEATED = 0.1;
    private static final double FEED_AGREES = 0.1;

    private Relevance() {}

    /**
     * By a mention in the headline.
     *
     * @param rank 0 for the first company of the headline
     * @param companies that the headline is about
     */
    static double inHeadline(MentionKind kind, boolean bystander, int rank, int companies) {
        double place = companies >= LIST ? IN_A_LIST : rank == 0 ? 1 : BESIDE_ANOTHER;
        return certainty(kind) * place * (bystander ? BYSTANDER : 1);
    }

    /**
     * By mentions in the summary.
     *
     * @param subject whether the summary begins with it and the headline names no company
     * @param repeated whether the summary mentions it more than once
     */
    static double inSummary(MentionKind kind, boolean bystander, boolean subject, boolean repeated) {
        double base = subject ? SUMMARY_SUBJECT : SUMMARY_ASIDE;
        double relevance = certainty(kind) * (base + (repeated ? REPEATED : 0));
        return bystander ? relevance * BYSTANDER : relevance;
    }

    /** A mention that the feed confirms. */
    static double confirmedByFeed(double relevance) {
        return relevance + (1 - relevance) * FEED_AGREES;
    }

    private static double certainty(MentionKind kind) {
        return switch (kind) {
            case TAGGED -> 1;
            case NAME -> 0.95;
            case TICKER -> 0.9;
            case WORD -> 0.85;
            case DOUBTFUL -> 0.35;
        };
    }
}
