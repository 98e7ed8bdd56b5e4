package io.tidemark.news.source;

import java.util.Optional;

/** Where queries stood when all they had brought was acknowledged; see {@link io.tidemark.news.article.Bookmark}. */
@FunctionalInterface
public interface Bookmarks {
    Optional<String> of(String query);
}
