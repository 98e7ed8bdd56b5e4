package io.tidemark.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Trades as a client saw them, in the forms that tests compare. */
final class ReceivedTrades {

    private ReceivedTrades() {}

    /** Lines of a recording, with numbers in the form of doubles. */
    static List<String> csv(List<JsonNode> trades) {
        return trades.stream().map(ReceivedTrades::line).toList();
    }

    private static String line(JsonNode trade) {
        List<String> codes = new ArrayList<>();
        trade.path("c").forEach(code -> codes.add(code.asText()));
        return String.join(
                ",",
                trade.path("s").asText(),
                Double.toString(trade.path("p").asDouble()),
                Double.toString(trade.path("v").asDouble()),
                Long.toString(trade.path("t").asLong()),
                String.join("|", codes));
    }

    /** Lines of a recording in the same form. */
    static List<String> normalized(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    String[] fields = line.split(",", -1);
                    fields[1] = Double.toString(Double.parseDouble(fields[1]));
                    fields[2] = Double.toString(Double.parseDouble(fields[2]));
                    return String.join(",", fields);
                })
                .toList();
    }

    /** What {@code /admin/truth.csv} must say about these trades. */
    static List<String> truthCsv(List<JsonNode> trades) {
        TreeMap<Long, TreeMap<String, Row>> minutes = new TreeMap<>();
        for (JsonNode trade : trades) {
            long minute = trade.path("t").asLong() / 60_000 * 60_000;
            BigDecimal volume = new BigDecimal(trade.path("v").asText());
            minutes.computeIfAbsent(minute, m -> new TreeMap<>())
                    .merge(trade.path("s").asText(), Row.of(volume), Row::plus);
        }
        List<String> rows = new ArrayList<>(List.of("symbol,minute_ms,trades,volume,price_updates"));
        minutes.forEach((minute, symbols) -> symbols.forEach((symbol, row) -> rows.add(String.join(
                ",",
                symbol,
                Long.toString(minute),
                Long.toString(row.trades()),
                row.volume().signum() == 0
                        ? "0"
                        : row.volume().stripTrailingZeros().toPlainString(),
                Long.toString(row.updates())))));
        return rows;
    }

    private record Row(long trades, BigDecimal volume, long updates) {

        static Row of(BigDecimal volume) {
            return volume.signum() == 0 ? new Row(0, volume, 1) : new Row(1, volume, 0);
        }

        Row plus(Row other) {
            return new Row(trades + other.trades, volume.add(other.volume), updates + other.updates);
        }
    }
}
