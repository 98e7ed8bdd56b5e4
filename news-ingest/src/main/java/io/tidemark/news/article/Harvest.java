package io.tidemark.news.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of a source held.
 *
 * @param articles in the order of the answer
 * @param refused its parts that are no articles
 * @param bookmark where the query stands once all that is acknowledged; null when there is nothing to remember
 * @param problem why the answer as a whole could not be read, empty when it could
 */
public record Harvest(
        List<Article> articles,
        List<Refused> refused,
        @Nullable Bookmark bookmark,
        String problem) {

    public Harvest {
        articles = List.copyOf(articles);
        refused = List.copyOf(refused);
    }

    public static Harvest of(List<Article> articles, List<Refused> refused) {
        return new Harvest(articles, refused, null, "");
    }

    /** The source had nothing to say. */
    public static Harvest nothing() {
        return of(List.of(), List.of());
    }

    /** An answer that could not be read; its bytes become a dead letter. */
    public static Harvest unreadable(byte[] body, String problem) {
        return new Harvest(List.of(), List.of(new Refused(body, problem)), null, problem);
    }

    /** The same with a bookmark. */
    public Harvest upTo(@Nullable Bookmark reached) {
        return new Harvest(articles, refused, reached, problem);
    }
}
