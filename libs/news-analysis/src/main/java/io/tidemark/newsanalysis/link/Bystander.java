package io.tidemark.newsanalysis.link;

import java.util.Set;

/** Tells a company that a headline mentions in passing from one that it is about. */
final class Bystander {
    private static final Set<String> BEFORE =
            Set.of("former", "ex", "versus", "vs", "unlike", "like", "than", "beyond");
    private static final Set<String> AFTER = Set.of(
            "backed",
            "style",
            "like",
            "killer",
            "rival",
            "rivals",
            "competitor",
            "competitors",
            "supplier",
            "suppliers",
            "alternative",
            "alternatives",
            "veteran",
            "veterans",
            "alum",
            "alumni",
            "analyst",
            "analysts",
            "economist",
            "economists",
            "strategist",
            "strategists");
    private static final Set<String> QUOTED_BEFORE = Set.of("at", "by", "from", "per", "says", "to");
    private static final Set<String> OPINES = Set.of(
            "upgrades",
            "downgrades",
            "initiates",
            "reiterates",
            "maintains",
            "sees",
            "expects",
            "predicts",
            "forecasts",
            "says",
            "warns",
            "recommends",
            "estimates",
            "calls",
            "starts",
            "resumes");
    private static final Set<String> MOVES = Set.of(
            "cuts", "raises", "lifts", "lowers", "boosts", "trims", "hikes", "keeps", "names", "adds", "turns", "ups",
            "slashes", "bumps");
    private static final Set<String> OPINIONS = Set.of(
            "target",
            "rating",
            "buy",
            "sell",
            "neutral",
            "overweight",
            "underweight",
            "outperform",
            "underperform",
            "pick",
            "bullish",
            "bearish");
    private static final int OPINION_REACH = 8;

    private Bystander() {}

    /**
     * Whether the headline is about something else.
     *
     * @param kind of the company that is mentioned
     * @param alone whether the headline mentions no other company
     */
    static boolean isOne(Text text, Mention mention, CompanyKind kind, boolean alone) {
        String before = text.folded(mention.start() - 1);
        String after = isClosed(text, mention) ? "" : text.folded(mention.end());
        if (BEFORE.contains(before) || AFTER.contains(after)) {
            return true;
        }
        if (before.equals("to") && AFTER.contains(text.folded(mention.start() - 2))) {
            return true;
        }
        return switch (kind) {
            case FUND -> !alone;
            case BROKER -> isQuoted(text, mention, before, after, alone);
            case COMPANY, COIN -> false;
        };
    }

    /** Whether a sign follows, so that the next word does not belong to the name: {@code Upgrade for Boeing: analysts}. */
    private static boolean isClosed(Text text, Mention mention) {
        char next = text.tokens().get(mention.end() - 1).after();
        return next != ' ' && next != '-';
    }

    private static boolean isQuoted(Text text, Mention mention, String before, String after, boolean alone) {
        if (OPINES.contains(after)) {
            return true;
        }
        if (MOVES.contains(after)) {
            return !alone || voicesOpinion(text, mention.end());
        }
        boolean according =
                before.equals("to") && text.folded(mention.start() - 2).equals("according");
        return according || (!alone && QUOTED_BEFORE.contains(before));
    }

    private static boolean voicesOpinion(Text text, int from) {
        for (int at = from; at < from + OPINION_REACH; at++) {
            if (OPINIONS.contains(text.folded(at))) {
                return true;
            }
        }
        return false;
    }
}
