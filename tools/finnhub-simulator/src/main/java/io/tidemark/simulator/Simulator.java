package io.tidemark.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.tidemark.simulator.admin.AdminApi;
import io.tidemark.simulator.admin.AdminPort;
import io.tidemark.simulator.fault.ConnectionFaults;
import io.tidemark.simulator.fault.DisorderedSource;
import io.tidemark.simulator.fault.FaultBoard;
import io.tidemark.simulator.fault.FaultControl;
import io.tidemark.simulator.fault.FaultDocuments;
import io.tidemark.simulator.feed.FrameSender;
import io.tidemark.simulator.feed.Outlet;
import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.http.BoundPort;
import io.tidemark.simulator.http.PortTakenException;
import io.tidemark.simulator.market.SymbolProfiles;
import io.tidemark.simulator.news.NewsArchive;
import io.tidemark.simulator.news.NewsWire;
import io.tidemark.simulator.rest.QuoteBoard;
import io.tidemark.simulator.rest.RateLimits;
import io.tidemark.simulator.rest.RestApi;
import io.tidemark.simulator.rest.RestQueries;
import io.tidemark.simulator.server.FrontDoor;
import io.tidemark.simulator.server.Handshakes;
import io.tidemark.simulator.server.SessionStarter;
import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.session.SubscriptionLimits;
import io.tidemark.simulator.truth.GroundTruth;
import io.tidemark.simulator.truth.TruthDocuments;
import io.tidemark.simulator.truth.TruthReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running simulator: two ports and the thread that plays trades. */
public final class Simulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int STOP_SECONDS = 5;
    private static final long NEWS_SEED = 0x6e657773L;

    private final SimulatorSettings settings;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private final EventLoopGroup io = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final FeedSignal signal = new FeedSignal();
    private final AtomicBoolean startOrdered = new AtomicBoolean();
    private final GroundTruth truth = new GroundTruth();
    private final QuoteBoard quotes = new QuoteBoard();
    private final long newsStart;
    private final FaultBoard faults;
    private final FaultControl faultControl;
    private final FeedPlan feed;
    private final Sessions sessions;
    private final Playback playback;
    private final BoundPort port;
    private final BoundPort adminPort;
    private final PlaybackThread thread;

    private Simulator(SimulatorSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        newsStart = clock.millis() - newsBackfill(settings).toMillis();
        faults = new FaultBoard(settings.seed());
        feed = feed();
        warnOfTooManySymbols();
        sessions = new Sessions(subscriptionLimits(), clock, signal);
        faultControl = new FaultControl(new FaultDocuments(), faults, new ConnectionFaults(sessions, truth, io.next()));
        faultControl.put(settings.faults());
        playback = feed.playback(new FeedPlan.Wiring(
                new Outlet(sessions, new FrameSender(faults, truth), truth, signal),
                trades -> new DisorderedSource(quotes.watch(trades), faults, truth),
                startOrdered::get,
                settings.frameInterval().toMillis(),
                clock));
        thread = new PlaybackThread(playback);
        port = bindFeed();
        adminPort = bindAdmin();
        thread.start();
    }

    /**
     * Starts a simulator; it serves clients when this returns.
     *
     * @throws io.tidemark.simulator.recording.RecordingException if the recording is malformed
     * @throws PortTakenException if a port cannot be listened on
     */
    public static Simulator start(SimulatorSettings settings, InstantSource clock) {
        return new Simulator(settings, clock);
    }

    /** News reaches back as far as trades do, since it is what makes their prices jump. */
    private static Duration newsBackfill(SimulatorSettings settings) {
        Duration backfill = settings.news().backfill();
        if (settings.feed() instanceof FeedSettings.Simulated simulated
                && simulated.history().compareTo(backfill) > 0) {
            return simulated.history();
        }
        return backfill;
    }

    private FeedPlan feed() {
        if (settings.feed() instanceof FeedSettings.Recorded recorded) {
            return RecordedFeed.of(recorded.recording());
        }
        FeedSettings.Simulated simulated = (FeedSettings.Simulated) settings.feed();
        return new MarketFeed(
                simulated.market(),
                simulated.history(),
                () -> newsWire(simulated.market().symbols()));
    }

    private NewsWire newsWire(List<String> symbols) {
        return new NewsWire(SymbolProfiles.of(symbols), settings.news().rate(), newsStart, settings.seed() ^ NEWS_SEED);
    }

    private void warnOfTooManySymbols() {
        if (feed.symbols().size() > settings.limits().maxSymbols()) {
            LOG.warn(
                    "there are {} symbols and one connection may have {}: see --max-symbols",
                    feed.symbols().size(),
                    settings.limits().maxSymbols());
        }
    }

    private SubscriptionLimits subscriptionLimits() {
        Set<String> traded = new HashSet<>(feed.symbols());
        return new SubscriptionLimits(
                settings.limits().maxSymbols(),
                settings.limits().oneConnectionPerKey(),
                symbol -> traded.contains(symbol) && !faults.isInvalid(symbol));
    }

    private BoundPort bindFeed() {
        NewsArchive news = new NewsArchive(newsWire(feed.symbols()), clock);
        RateLimits rates = new RateLimits(
                settings.limits().callsPerMinute(), settings.limits().callsPerSecond(), clock);
        RestApi rest = new RestApi(
                new RestQueries(json, news, quotes, feed.symbols()), settings.keys()::accepts, rates, faults, truth);
        SessionStarter starter = new SessionStarter(sessions, signal, settings.pingInterval(), json);
        Handshakes handshakes = new Handshakes(settings.keys(), faults, truth, starter);
        return bind(settings.endpoints().port(), () -> new FrontDoor(handshakes, rest));
    }

    private BoundPort bindAdmin() {
        AdminApi admin = new AdminApi(new TruthDocuments(json), this::report, truth, faultControl, this::startPlayback);
        return bind(settings.endpoints().adminPort(), () -> new AdminPort(admin));
    }

    private BoundPort bind(int number, Supplier<? extends ChannelHandler> handlers) {
        try {
            return BoundPort.bind(io, settings.endpoints().host(), number, handlers);
        } catch (PortTakenException e) {
            stopIo();
            throw e;
        }
    }

    private void startPlayback() {
        startOrdered.set(true);
        signal.wake();
    }

    /** Port of the WebSocket and REST API. */
    public int port() {
        return port.number();
    }

    /** Port of the admin API. */
    public int adminPort() {
        return adminPort.number();
    }

    /** What has been sent so far. */
    public TruthReport report() {
        return new TruthReport(
                feed.mode(),
                feed.tradesInAll(),
                playback.isStarted(),
                playback.isFinished(),
                thread.failure().map(RuntimeException::toString),
                sessions.all().size(),
                sessions.latestId(),
                playback.framesUnderWay(),
                sessions.subscriptions(),
                truth.totals());
    }

    /** Stops playing, then says goodbye to the clients and closes both ports. */
    @Override
    public void close() {
        thread.close();
        sessions.closeAll();
        port.close();
        adminPort.close();
        stopIo();
    }

    private void stopIo() {
        io.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
