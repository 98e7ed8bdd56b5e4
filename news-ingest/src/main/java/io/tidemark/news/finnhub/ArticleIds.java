package io.tidemark.news.finnhub;

/** Finnhub numbers the articles of all its queries in one series; so an article keeps its id in each of them. */
final class ArticleIds {
    private static final String PREFIX = "finnhub:";

    private ArticleIds() {}

    static String of(long number) {
        return PREFIX + number;
    }

    static long number(String id) {
        return Long.parseLong(id.substring(PREFIX.length()));
    }
}
