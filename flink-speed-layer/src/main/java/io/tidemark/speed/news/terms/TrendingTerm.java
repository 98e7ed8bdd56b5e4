package io.tidemark.speed.news.terms;

/**
 * A term that stands out in an hour: a whole row of {@code speed.news_terms}. A function of the set of stories published
 * before the hour's end, whose number is the revision.
 *
 * @param width length of the window, as the table spells it
 * @param bucket start of the window, epoch ms
 * @param term one word or two
 * @param words how many
 * @param items stories whose headline has it
 * @param score see {@link TermStatistics#score}
 * @param revision stories that were published before the window's end, as far as this job knows
 */
public record TrendingTerm(String width, long bucket, String term, int words, long items, double score, long revision) {

    /** By width, window and term, the key of its table. */
    public static int compareKeys(TrendingTerm one, TrendingTerm other) {
        int order = one.width.compareTo(other.width);
        order = order != 0 ? order : Long.compare(one.bucket, other.bucket);
        return order != 0 ? order : one.term.compareTo(other.term);
    }
}
