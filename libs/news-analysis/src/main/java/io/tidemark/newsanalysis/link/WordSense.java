package io.tidemark.newsanalysis.link;

import java.util.Set;

/** Tells whether a word that is a company's name as well means the company where it stands. */
final class WordSense {
    private static final Set<String> TRADED = Set.of("stock", "shares", "calls", "puts", "options");
    private static final Set<String> POSSESSED = Set.of("shares", "stock", "maker", "parent", "owner", "unit", "ceo");

    private final Set<String> companyVerbs = Set.copyOf(WordList.entries("company-verbs.txt"));

    /** Whether a name that is a word means the company: {@code Target raises}, not {@code Target practice}. */
    boolean isCompany(Text text, int start, int end) {
        Token first = text.tokens().get(start);
        Token last = text.tokens().get(end - 1);
        boolean capitalMeansName = !text.capitalizesAll() && !first.opensSentence();
        return capitalMeansName || last.possessive() || isFollowedByVerb(text, end) || isPossessed(text, start);
    }

    /** Whether a ticker that is a word means the company: {@code NOW stock}. */
    boolean isTicker(Text text, int start, boolean namedByFeed) {
        Token token = text.tokens().get(start);
        boolean rare = token.text().length() > 2;
        return token.isUpperCase() && (rare || namedByFeed) && TRADED.contains(text.folded(start + 1));
    }

    private boolean isFollowedByVerb(Text text, int end) {
        String next = text.folded(end);
        if (next.equals("to")) {
            // "Target to $300" is a price, "Target to close stores" a company.
            String after = text.folded(end + 1);
            return !after.isEmpty() && !Character.isDigit(after.charAt(0));
        }
        return companyVerbs.contains(next);
    }

    private static boolean isPossessed(Text text, int start) {
        return text.folded(start - 1).equals("of") && POSSESSED.contains(text.folded(start - 2));
    }
}
