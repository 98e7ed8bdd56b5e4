package io.tidemark.simulator.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Ground truth as JSON, as CSV, and as a few lines for a person. */
public final class TruthDocuments {

    private final ObjectMapper json;

    public TruthDocuments(ObjectMapper json) {
        this.json = json;
    }

    /** Everything but the minutes. */
    public String json(TruthReport report) {
        TruthTotals totals = report.totals();
        ObjectNode document = json.createObjectNode()
                .put("mode", report.mode())
                .put("started", report.started())
                .put("finished", report.finished())
                .put("connections", report.connections())
                .put("connectionsTotal", report.connectionsTotal())
                .put("framesSent", totals.frames())
                .put("framesUnderWay", report.framesUnderWay());
        report.tradesInAll().ifPresent(trades -> document.put("tradesInRecording", trades));
        report.failure().ifPresent(failure -> document.put("failure", failure));
        put(document, totals.all());
        document.put("duplicateFramesSent", totals.duplicateFrames())
                .put("duplicatesSent", totals.duplicateTrades())
                .put("forgottenMinutes", totals.forgottenMinutes());
        ObjectNode symbols = document.putObject("symbols");
        totals.symbols().forEach((symbol, each) -> put(symbols.putObject(symbol), each));
        ObjectNode injected = document.putObject("injected");
        totals.injected().forEach(injected::put);
        report.subscriptions().forEach(document.putArray("subscriptions")::add);
        return document.toPrettyString();
    }

    private static void put(ObjectNode to, Totals totals) {
        to.put("tradesSent", totals.trades())
                .put("priceUpdatesSent", totals.priceUpdates())
                .put("volumeSent", totals.volume())
                .put("missed", totals.missed());
    }

    /** A message for whoever made a wrong request. */
    public String error(String message) {
        return json.createObjectNode().put("error", message).toString();
    }

    /** One row per symbol and minute of event time: {@code symbol,minute_ms,trades,volume,price_updates}. */
    public static String csv(List<MinuteTotals> minutes) {
        StringWriter text = new StringWriter();
        // Closed before it is read: the writer keeps its last rows in a buffer.
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("symbol", "minute_ms", "trades", "volume", "price_updates");
            for (MinuteTotals minute : minutes) {
                csv.writeRecord(
                        minute.symbol(),
                        Long.toString(minute.minute()),
                        Long.toString(minute.totals().trades()),
                        minute.totals().volume().toPlainString(),
                        Long.toString(minute.totals().priceUpdates()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** The totals in lines for a terminal. */
    public static String summary(TruthReport report) {
        TruthTotals totals = report.totals();
        StringBuilder text = new StringBuilder();
        text.append("ground truth (").append(report.mode()).append(report.finished() ? ", finished" : "");
        text.append(")\n").append(String.format("  %-18s %,d%n", "connections", report.connectionsTotal()));
        text.append(String.format("  %-18s %,d%n", "frames sent", totals.frames()));
        text.append(String.format("  %-18s %,d%n", "trades sent", totals.all().trades()));
        text.append(String.format("  %-18s %,d%n", "price updates", totals.all().priceUpdates()));
        text.append(String.format(
                "  %-18s %s%n", "volume sent", totals.all().volume().toPlainString()));
        text.append(String.format("  %-18s %,d%n", "missed", totals.all().missed()));
        text.append(String.format("  %-18s %,d%n", "duplicates sent", totals.duplicateTrades()));
        totals.injected().forEach((fault, times) -> text.append(String.format("  fault %-12s %,d%n", fault, times)));
        totals.symbols()
                .forEach((symbol, each) -> text.append(String.format(
                        "  %-18s %,d trades, volume %s%n",
                        symbol, each.trades(), each.volume().toPlainString())));
        return text.toString();
    }
}
