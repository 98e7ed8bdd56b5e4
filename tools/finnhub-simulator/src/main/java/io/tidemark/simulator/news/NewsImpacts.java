package io.tidemark.simulator.news;

import io.tidemark.simulator.market.PriceImpact;
import java.util.Iterator;
import java.util.List;

/** What the articles of a wire do to prices; endless. */
public final class NewsImpacts implements Iterator<PriceImpact> {

    private final NewsWire wire;
    private final List<String> symbols;
    private final long start;

    /**
     * Reads a wire that nobody else reads.
     *
     * @param wire the articles
     * @param symbols in the order of the market
     * @param start articles before this time, epoch ms, have no effect any more
     */
    public NewsImpacts(NewsWire wire, List<String> symbols, long start) {
        this.wire = wire;
        this.symbols = List.copyOf(symbols);
        this.start = start;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    @SuppressWarnings("IteratorNextCanNotThrowNoSuchElementException") // there is always a next one
    public PriceImpact next() {
        NewsItem item = wire.next();
        while (item.logReturn() == 0 || item.availableAt() < start) {
            item = wire.next();
        }
        return new PriceImpact(item.availableAt(), symbols.indexOf(item.symbol()), item.logReturn());
    }
}
