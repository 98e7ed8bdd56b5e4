package io.tidemark.speed.news.story;

/**
 * A story as it stands: a whole row of {@code speed.news}, with what its newest version brought. Flink serializes its
 * fields, which nobody changes once it is made.
 */
public final class Story {
    public String feed = "";
    /** Unique within the feed. */
    public String id = "";
    /** Epoch ms, as its first version said. */
    public long publishedAt;
    /** Receipt of the newest version, epoch ms. */
    public long receivedAt;

    public String headline = "";
    public String summary = "";
    public String source = "";
    public String url = "";
    public String category = "";
    /** Symbols of all versions, most relevant first. */
    public String[] symbols = {};
    /** Of each of them, in (0, 1]. */
    public double[] relevances = {};
    /** From -1 to 1. */
    public double sentiment;
    /** How often it has come with something new; the first time is 1. */
    public long revision;
    /** Those of the symbols that no earlier version had. */
    public String[] newSymbols = {};

    public double[] newRelevances = {};

    /** Whether no version of it came before. */
    public boolean isFirst() {
        return revision == 1;
    }

    /** By feed and id, the key of its table. */
    public static int compareKeys(Story one, Story other) {
        int byFeed = one.feed.compareTo(other.feed);
        return byFeed != 0 ? byFeed : one.id.compareTo(other.id);
    }
}
