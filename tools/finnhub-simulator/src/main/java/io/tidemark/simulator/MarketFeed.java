package io.tidemark.simulator;

import io.tidemark.simulator.feed.Pace;
import io.tidemark.simulator.feed.PacedPlayback;
import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.market.MarketSettings;
import io.tidemark.simulator.market.SimulatedMarket;
import io.tidemark.simulator.news.NewsImpacts;
import io.tidemark.simulator.news.NewsWire;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.trade.TradeSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A simulated market. Without a past it is open from the start of the simulator whether or not somebody listens; with one
 * it waits until every symbol is subscribed, so that no trade of its past is missed.
 *
 * @param settings what kind of market
 * @param history how long it was open before
 * @param news makes wires that all yield the same articles
 */
record MarketFeed(MarketSettings settings, Duration history, Supplier<NewsWire> news) implements FeedPlan {

    @Override
    public String mode() {
        return "simulated";
    }

    @Override
    public List<String> symbols() {
        return settings.symbols();
    }

    @Override
    public OptionalLong tradesInAll() {
        return OptionalLong.empty();
    }

    @Override
    public Playback playback(Wiring wiring) {
        Supplier<TradeSource> source = () -> wiring.through().apply(open(wiring.clock()));
        if (history.isZero()) {
            return new PacedPlayback(
                    source, () -> true, Pace.ofLiveMarket(wiring.frameEveryMs()), wiring.outlet(), wiring.clock());
        }
        Sessions sessions = wiring.outlet().sessions();
        BooleanSupplier mayStart = () -> wiring.ordered().getAsBoolean() || sessions.areHeard(symbols());
        Pace pace = Pace.ofMarketWithHistory(history.toMillis(), wiring.frameEveryMs());
        return new PacedPlayback(source, mayStart, pace, wiring.outlet(), wiring.clock());
    }

    private SimulatedMarket open(InstantSource clock) {
        long start = clock.millis() - history.toMillis();
        return new SimulatedMarket(settings, start, new NewsImpacts(news.get(), symbols(), start));
    }
}
