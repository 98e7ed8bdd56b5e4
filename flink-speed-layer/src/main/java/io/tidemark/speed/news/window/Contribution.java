package io.tidemark.speed.news.window;

/**
 * What one story adds to the counts of one name.
 *
 * @param dimension kind of the name
 * @param name a symbol, a category, a source, or {@code *}
 * @param publishedAt epoch ms
 * @param relevance of the story to a symbol, in (0, 1]; 1 in the other dimensions
 * @param sentiment of the story, from -1 to 1
 */
public record Contribution(NewsDimension dimension, String name, long publishedAt, double relevance, double sentiment) {

    /** Dimension and name in one. */
    public String key() {
        return dimension.text() + '/' + name;
    }
}
