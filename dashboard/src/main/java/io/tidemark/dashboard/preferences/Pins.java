package io.tidemark.dashboard.preferences;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The symbols that a reader wants on top of the watchlist, in the reader's order.
 *
 * @param symbols at most {@link #MOST}, each once; what is beyond that, or longer than a symbol can be, is left out
 * @param othersHidden whether the others are hidden rather than below; as long as nothing is pinned they are shown
 */
public record Pins(List<String> symbols, boolean othersHidden) {
    /** Nothing is pinned: the symbols as they come. */
    public static final Pins NONE = new Pins(List.of(), false);

    public static final int MOST = 100;
    private static final int LONGEST_SYMBOL = 64;

    public Pins {
        symbols = symbols.stream()
                .filter(symbol -> !symbol.isBlank() && symbol.length() <= LONGEST_SYMBOL)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** All of these symbols, the pinned ones first. */
    public List<String> arrange(List<String> all) {
        LinkedHashSet<String> arranged = new LinkedHashSet<>(symbols);
        arranged.retainAll(all);
        arranged.addAll(all);
        return List.copyOf(arranged);
    }

    /** Those of {@link #arrange} that are not hidden. */
    public List<String> visible(List<String> all) {
        List<String> arranged = arrange(all);
        return hidesOthersOf(arranged)
                ? arranged.stream().filter(symbols::contains).toList()
                : arranged;
    }

    /** A market that has none of the pinned symbols is shown whole. */
    private boolean hidesOthersOf(List<String> all) {
        return othersHidden && !all.isEmpty() && symbols.contains(all.getFirst());
    }

    public boolean full() {
        return symbols.size() >= MOST;
    }

    /** With one more at the end. */
    public Pins with(String symbol) {
        List<String> more = new ArrayList<>(symbols);
        more.add(symbol);
        return new Pins(more, othersHidden);
    }

    /** Without one. */
    public Pins without(String symbol) {
        return new Pins(symbols.stream().filter(each -> !each.equals(symbol)).toList(), othersHidden);
    }

    /** With one moved by so many places, as far as there are places. */
    public Pins moved(String symbol, int places) {
        int from = symbols.indexOf(symbol);
        if (from < 0) {
            return this;
        }
        List<String> others = new ArrayList<>(symbols);
        others.remove(from);
        others.add(Math.clamp((long) from + places, 0, others.size()), symbol);
        return new Pins(others, othersHidden);
    }

    public Pins withOthersHidden(boolean hidden) {
        return new Pins(symbols, hidden);
    }
}
