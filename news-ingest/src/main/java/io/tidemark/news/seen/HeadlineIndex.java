package io.tidemark.news.seen;

import io.tidemark.news.article.Headline;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds near-identical headlines without comparing each with each: a headline is filed under its own words and under the
 * words that remain when one is left out. The last one filed under a key is the one that is found. Keys are kept as
 * 64-bit hashes; at a hundred thousand headlines two different ones meet once in many million times.
 */
final class HeadlineIndex {
    private final Map<Long, String> whole = new HashMap<>();
    private final Map<Long, String> shorter = new HashMap<>();

    void add(Headline headline, String id) {
        if (headline.telling()) {
            whole.put(hash(headline.text()), id);
            headline.shorterTexts().forEach(text -> shorter.put(hash(text), id));
        }
    }

    void remove(Headline headline, String id) {
        if (headline.telling()) {
            whole.remove(hash(headline.text()), id);
            headline.shorterTexts().forEach(text -> shorter.remove(hash(text), id));
        }
    }

    /** Candidates: the same words, then those with one word more, then those with one word less. */
    Set<String> like(Headline headline) {
        var ids = new LinkedHashSet<String>();
        if (headline.telling()) {
            addTo(ids, whole, headline.text());
            addTo(ids, shorter, headline.text());
            headline.shorterTexts().forEach(text -> addTo(ids, whole, text));
        }
        return ids;
    }

    private static void addTo(Set<String> ids, Map<Long, String> index, String text) {
        String id = index.get(hash(text));
        if (id != null) {
            ids.add(id);
        }
    }

    /** FNV-1a over the characters, with a final mix. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash * 0xd6e8feb86659fd93L;
    }
}
