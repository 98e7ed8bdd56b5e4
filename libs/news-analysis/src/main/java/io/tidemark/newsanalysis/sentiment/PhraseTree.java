package io.tidemark.newsanalysis.sentiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a lexicon by their words, so that the longest phrase at a place is found in as many steps as it has words. */
final class PhraseTree {
    private final Node root = new Node();

    /** An entry and how many words it covers. */
    record Match(LexiconEntry entry, int length) {}

    PhraseTree(Map<List<String>, LexiconEntry> entries) {
        entries.forEach((words, entry) -> {
            Node node = root;
            for (String word : words) {
                node = node.children.computeIfAbsent(word, w -> new Node());
            }
            node.entry = entry;
        });
    }

    /** The longest phrase that begins at a word, or null; no phrase goes over a break. */
    @Nullable Match longest(List<Word> words, int start) {
        Match longest = null;
        Node node = root;
        for (int at = start; at < words.size(); at++) {
            Word word = words.get(at);
            if (at > start && word.afterBreak()) {
                break;
            }
            node = node.children.get(word.text());
            if (node == null) {
                break;
            }
            if (node.entry != null) {
                longest = new Match(node.entry, at - start + 1);
            }
        }
        return longest;
    }

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private @Nullable LexiconEntry entry;
    }
}
