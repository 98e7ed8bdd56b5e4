package io.tidemark.speed.news.window;

/**
 * News of one name in one window as it stands: a whole row of {@code speed.news_windows}.
 *
 * @param dimension kind of the name, as {@link NewsDimension} spells it
 * @param name a symbol, a category, a source, or {@code *}
 * @param width as {@link NewsWidth} spells it
 * @param bucket start of the window, epoch ms; a story is in the window in which it was published
 * @param items stories; of a symbol, all that are linked to it, however weakly
 * @param weight sum of their relevances: how many stories' worth of attention a symbol got. In other dimensions, items
 * @param sentiment mean, from -1 to 1
 * @param weightedSentiment mean weighted by relevance
 * @param positive stories of sentiment 0.05 and more
 * @param negative stories of sentiment -0.05 and less
 * @param revision equal to items, which only grow: a row never has to give way to one of a smaller revision
 * @param closed whether the window is taken to be over; late stories may still change it
 */
public record NewsWindow(
        String dimension,
        String name,
        String width,
        long bucket,
        long items,
        double weight,
        double sentiment,
        double weightedSentiment,
        long positive,
        long negative,
        long revision,
        boolean closed) {

    /** By dimension, name, width and start, the key of its table. */
    public static int compareKeys(NewsWindow one, NewsWindow other) {
        int order = one.dimension.compareTo(other.dimension);
        order = order != 0 ? order : one.name.compareTo(other.name);
        order = order != 0 ? order : one.width.compareTo(other.width);
        return order != 0 ? order : Long.compare(one.bucket, other.bucket);
    }
}
