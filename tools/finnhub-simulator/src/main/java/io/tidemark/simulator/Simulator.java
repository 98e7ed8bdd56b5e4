package io.tidemark.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.tidemark.simulator.admin.AdminApi;
import io.tidemark.simulator.admin.AdminPort;
import io.tidemark.simulator.feed.FrameSender;
import io.tidemark.simulator.feed.LosslessPlayback;
import io.tidemark.simulator.feed.Outlet;
import io.tidemark.simulator.feed.Pace;
import io.tidemark.simulator.feed.PacedPlayback;
import io.tidemark.simulator.feed.Playback;
import io.tidemark.simulator.feed.TradeSource;
import io.tidemark.simulator.recording.PlaybackSpeed;
import io.tidemark.simulator.recording.Recording;
import io.tidemark.simulator.recording.RecordingSettings;
import io.tidemark.simulator.recording.TradeTimes;
import io.tidemark.simulator.server.BoundPort;
import io.tidemark.simulator.server.FrontDoor;
import io.tidemark.simulator.session.FeedSignal;
import io.tidemark.simulator.session.Sessions;
import io.tidemark.simulator.session.SubscriptionLimits;
import io.tidemark.simulator.truth.GroundTruth;
import io.tidemark.simulator.truth.TruthDocuments;
import io.tidemark.simulator.truth.TruthReport;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A running simulator: two ports and the thread that plays trades. */
public final class Simulator implements AutoCloseable {

    private static final int STOP_SECONDS = 5;

    private final EventLoopGroup io = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final FeedSignal signal = new FeedSignal();
    private final AtomicBoolean startedByAdmin = new AtomicBoolean();
    private final GroundTruth truth = new GroundTruth();
    private final ObjectMapper json = new ObjectMapper();
    private final Sessions sessions;
    private final Playback playback;
    private final BoundPort port;
    private final BoundPort adminPort;
    private final PlaybackThread thread;

    private Simulator(SimulatorSettings settings, InstantSource clock) {
        Recording recording = Recording.scan(settings.recording().file());
        sessions = new Sessions(
                new SubscriptionLimits(
                        settings.maxSymbols(), settings.oneConnectionPerKey(), recording.symbols()::contains),
                clock,
                signal);
        playback = playback(settings.recording(), recording, clock);
        AdminApi admin = new AdminApi(new TruthDocuments(json), this::report, truth, this::startPlayback);
        port = BoundPort.bind(
                io,
                settings.host(),
                settings.port(),
                () -> new FrontDoor(settings.keys(), sessions, signal, settings.pingInterval(), json));
        adminPort = BoundPort.bind(io, settings.host(), settings.adminPort(), () -> new AdminPort(admin));
        thread = PlaybackThread.start(playback);
    }

    public static Simulator start(SimulatorSettings settings, InstantSource clock) {
        return new Simulator(settings, clock);
    }

    private Playback playback(RecordingSettings how, Recording recording, InstantSource clock) {
        BooleanSupplier condition =
                switch (how.startWhen()) {
                    case SUBSCRIBED -> () -> sessions.areHeard(recording.symbols());
                    case CONNECTED -> () -> !sessions.all().isEmpty();
                    case ADMIN -> () -> false;
                };
        BooleanSupplier mayStart = () -> startedByAdmin.get() || condition.getAsBoolean();
        Supplier<TradeSource> source =
                () -> recording.open(how.times() == TradeTimes.SHIFTED ? clock.millis() - recording.firstTime() : 0);
        Outlet outlet = new Outlet(sessions, new FrameSender(), truth, signal);
        if (how.speed() instanceof PlaybackSpeed.Times times) {
            return new PacedPlayback(source, mayStart, Pace.ofRecording(times.factor()), outlet, clock);
        }
        return new LosslessPlayback(source, mayStart, outlet);
    }

    private void startPlayback() {
        startedByAdmin.set(true);
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
                "recording",
                playback.isStarted(),
                playback.isFinished(),
                thread.failure().map(RuntimeException::getMessage),
                sessions.all().size(),
                sessions.latestId(),
                playback.framesUnderWay(),
                sessions.subscriptions(),
                truth.totals());
    }

    /** Stops playing, then closes every connection and both ports. */
    @Override
    public void close() {
        thread.close();
        port.close();
        adminPort.close();
        io.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
