package io.tidemark.dashboard.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server tells a page to do, as far as prices are concerned. Read from the invocations of the elements'
 * functions, the same that a browser runs.
 *
 * @param syncId number of the message; each is one more than the one before
 * @param quotes symbols and the prices that the watchlist shows of them
 * @param closes the latest price of the chart's newest bars
 * @param series names of series that the chart was given as a whole
 * @param grid node of the watchlist's grid, where the message makes it
 */
record Uidl(int syncId, List<Shown> quotes, List<Double> closes, List<String> series, Optional<Integer> grid) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NO_SYNC = -1;
    private static final int CLOSE_OF_BAR = 5;

    /** One price as text says it, in cents. */
    record Shown(String symbol, long cents) {}

    /**
     * Reads one message.
     *
     * @throws IllegalStateException when the server gives the session up: it is over, or out of step
     */
    static Uidl read(String message) {
        return of(JSON.readTree(message));
    }

    static Uidl of(JsonNode message) {
        if (message.path("meta").has("appError")
                || message.path("meta").has("sessionExpired")
                || message.has("resynchronize")) {
            throw new IllegalStateException("the server gave a session up: " + message.path("meta"));
        }
        List<Shown> quotes = new ArrayList<>();
        List<Double> closes = new ArrayList<>();
        List<String> series = new ArrayList<>();
        for (JsonNode call : message.path("execute")) {
            String script = call.path(call.size() - 1).stringValue("");
            if (script.contains("tidemarkQuotes(")) {
                quotes(call.path(0).stringValue(""), quotes);
            } else if (script.contains(".updateBar(") && call.path(CLOSE_OF_BAR).isNumber()) {
                closes.add(call.path(CLOSE_OF_BAR).doubleValue());
            } else if (script.contains(".showSeries(")) {
                JsonNode shown = JSON.readTree(call.path(1).stringValue("{}"));
                series.add(shown.path("symbol").stringValue("") + " "
                        + shown.path("interval").stringValue(""));
            }
        }
        return new Uidl(message.path("syncId").intValue(NO_SYNC), quotes, closes, series, grid(message));
    }

    private static void quotes(String frame, List<Shown> quotes) {
        for (String line : frame.split("\n", -1)) {
            String[] cells = line.split("\t", -1);
            if (cells.length > 1 && cells[1].matches("[0-9,]+\\.[0-9]{2}")) {
                quotes.add(new Shown(cells[0], Long.parseLong(cells[1].replaceAll("[,.]", ""))));
            }
        }
    }

    private static Optional<Integer> grid(JsonNode message) {
        for (JsonNode change : message.path("changes")) {
            if (change.path("key").stringValue("").equals("tag")
                    && change.path("value").stringValue("").equals("vaadin-grid")) {
                return Optional.of(change.path("node").intValue());
            }
        }
        return Optional.empty();
    }
}
