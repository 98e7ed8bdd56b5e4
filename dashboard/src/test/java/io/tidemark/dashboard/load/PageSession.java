package io.tidemark.dashboard.load;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reader's page without a browser: asks for the page, begins it, opens its push connection, and says what Vaadin's client
 * says (recorded of Chromium): where it is, and that the watchlist's rows came. Reads every message that is pushed.
 */
final class PageSession implements PushSocket.Listener, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCREEN = "&v-sh=860&v-sw=1440&v-wh=860&v-ww=1440&v-bh=860&v-bw=1440&v-tzo=0&v-dstd=0"
            + "&v-rtzo=0&v-dston=false&v-tzid=UTC&v-td=false&v-pr=1&v-cs=dark&v-pv=VISIBLE&v-tn=lumo";
    /** Atmosphere's sign of life. */
    private static final String HEARTBEAT = "X";

    private final PageRequests requests;
    private final String symbol;
    private final PriceLog log;
    private final SeenPrices seen;
    private final BitSet syncIds = new BitSet();
    private final AtomicInteger clientIds = new AtomicInteger();
    private final AtomicLong bars = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();
    private final String token;
    private final int ui;
    private final PushSocket push;
    private volatile @Nullable String failure;
    private volatile boolean chartIsThere;
    private long opened;

    private PageSession(HttpClient http, WebSocketContainer sockets, URI server, String symbol, PriceLog log)
            throws IOException, InterruptedException, DeploymentException {
        this.requests = new PageRequests(http, server);
        this.symbol = symbol;
        this.log = log;
        this.seen = new SeenPrices(log);
        String query = "symbol=" + symbol + "&interval=1m";
        long begin = System.nanoTime();
        requests.get("/?" + query);
        JsonNode page = JSON.readTree(requests.get("/?v-r=init&location=&query="
                + query.replace("=", "%3D").replace("&", "%26") + "&v-wn=load-" + symbol + SCREEN));
        JsonNode first = page.path("appConfig").path("uidl");
        this.token = first.path("Vaadin-Security-Key").stringValue("");
        this.ui = page.path("appConfig").path("v-uiId").intValue();
        take(Uidl.of(first), begin);
        this.push = PushSocket.open(
                sockets, pushAddress(server, first.path("Vaadin-Push-ID").stringValue("")), requests.cookie(), this);
        Map<String, Object> arrival = Map.of("route", "", "query", query, "appShellTitle", "Tidemark", "trigger", "");
        Uidl content = tell(Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", arrival));
        this.opened = System.nanoTime() - begin;
        Optional<Integer> grid = content.grid();
        if (grid.isEmpty()) {
            throw new IOException("the page of " + symbol + " has no watchlist");
        }
        tell(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                grid.get(),
                "templateEventMethodName",
                "confirmUpdate",
                "templateEventMethodArgs",
                List.of(0),
                "promise",
                0));
    }

    /** Opens the page of a symbol's minutes and follows it until it is closed. */
    static PageSession open(HttpClient http, WebSocketContainer sockets, URI server, String symbol, PriceLog log)
            throws IOException, InterruptedException, DeploymentException {
        return new PageSession(http, sockets, server, symbol, log);
    }

    private URI pushAddress(URI server, String pushId) {
        return URI.create("ws://" + server.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId=" + pushId
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0");
    }

    /** Sends one event, and with it the newest message that came. */
    private Uidl tell(Map<String, Object> event) throws IOException, InterruptedException {
        Map<String, Object> message = Map.of(
                "csrfToken", token,
                "rpc", List.of(event),
                "syncId", newestSyncId(),
                "clientId", clientIds.getAndIncrement());
        Uidl answer = Uidl.read(requests.post("/?v-r=uidl&v-uiId=" + ui, JSON.writeValueAsString(message)));
        take(answer, System.nanoTime());
        return answer;
    }

    /** Says that the page is still open, which browsers do once a minute. */
    void beat() throws IOException, InterruptedException {
        requests.post("/?v-r=heartbeat&v-uiId=" + ui, "");
    }

    @Override
    public void message(String message, long nanos) {
        if (message.equals(HEARTBEAT) || !message.startsWith("{")) {
            return;
        }
        try {
            characters.addAndGet(message.length());
            take(Uidl.read(message), nanos);
        } catch (RuntimeException e) {
            lost("a message to the page of " + symbol + " cannot be used: " + e);
        }
    }

    private void take(Uidl uidl, long nanos) {
        synchronized (syncIds) {
            if (uidl.syncId() >= 0) {
                syncIds.set(uidl.syncId());
            }
        }
        seen.see(uidl.quotes(), nanos);
        if (uidl.series().contains(symbol + " 1m")) {
            chartIsThere = true;
        }
        int place = log.symbols().indexOf(symbol);
        for (double close : uidl.closes()) {
            if (log.knows(place, Math.round(close * 100))) {
                bars.incrementAndGet();
            }
        }
    }

    private int newestSyncId() {
        synchronized (syncIds) {
            return syncIds.length() - 1;
        }
    }

    @Override
    public void lost(String why) {
        failure = why;
    }

    /** What is wrong with this page, if anything is: it is closed, lacks messages, or its prices stand still. */
    Optional<String> fault(Duration patience) {
        long silent = System.nanoTime() - seen.lastNews();
        if (failure != null) {
            return Optional.of(failure);
        }
        if (!chartIsThere) {
            return Optional.of("the page of " + symbol + " was given no bars");
        }
        if (seen.symbols() < log.symbols().size()) {
            return Optional.of("the page of " + symbol + " has prices of " + seen.symbols() + " symbols only");
        }
        if (seen.strange() > 0) {
            return Optional.of("the page of " + symbol + " shows " + seen.strange() + " prices that nobody wrote");
        }
        return silent > patience.toNanos()
                ? Optional.of("the page of " + symbol + " has had no new price for " + silent / 1_000_000_000 + " s")
                : Optional.empty();
    }

    /** Messages that the server numbered and that never came. */
    int missing() {
        synchronized (syncIds) {
            return syncIds.length() - syncIds.cardinality();
        }
    }

    SeenPrices seen() {
        return seen;
    }

    /** Changes of the chart's newest bar that hold a written price. */
    AtomicLong bars() {
        return bars;
    }

    /** Characters that were pushed. */
    AtomicLong characters() {
        return characters;
    }

    /** Time from asking for the page to having its content. */
    Duration opened() {
        return Duration.ofNanos(opened);
    }

    boolean compressed() {
        return push.compressed();
    }

    @Override
    public void close() throws IOException {
        push.close();
    }
}
