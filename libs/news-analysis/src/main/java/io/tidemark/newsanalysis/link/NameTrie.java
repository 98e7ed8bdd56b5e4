package io.tidemark.newsanalysis.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All names of a directory as a tree of words, so that finding the names in a text costs as much as the text is long, however
 * many names there are. Reading it changes nothing.
 */
final class NameTrie {
    private final Node root = new Node();

    /** Names that begin at a word: the longest one, and whoever shares it. */
    record Match(List<Name> names, int length) {}

    NameTrie(List<Name> names) {
        names.forEach(this::add);
    }

    private void add(Name name) {
        Node node = root;
        for (Token token : name.tokens()) {
            String key = token.possessive() ? token.possessiveKey() : token.folded();
            node = node.children.computeIfAbsent(key, k -> new Node());
        }
        node.names.add(name);
    }

    /** The longest name written from {@code start} on, or null. */
    @Nullable Match longest(List<Token> text, int start) {
        Match longest = null;
        Node node = root;
        for (int at = start; at < text.size(); at++) {
            node = node.child(text.get(at));
            if (node == null) {
                break;
            }
            List<Name> fitting =
                    node.names.stream().filter(name -> name.fits(text, start)).toList();
            if (!fitting.isEmpty()) {
                longest = new Match(fitting, at - start + 1);
            }
        }
        return longest;
    }

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Name> names = new ArrayList<>(1);

        private @Nullable Node child(Token token) {
            if (token.possessive()) {
                Node withEnding = children.get(token.possessiveKey());
                if (withEnding != null) {
                    return withEnding;
                }
            }
            return children.get(token.folded());
        }
    }
}
