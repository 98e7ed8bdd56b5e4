package io.tidemark.dashboard.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A made-up day of minutes and what its indicators are, as the batch layer's tests have them from Python. */
final class GoldenStudies {
    static final String SYMBOL = "AAA";

    private static final Path FOLDER = Path.of("../spark-batch/src/test/golden/price");
    private static final String DATE = "2024-03-08";
    private static final long FIRST_MS = 1_709_856_000_000L;
    private static final long AFTER_MS = FIRST_MS + 86_400_000;

    private GoldenStudies() {}

    /** Minutes of the day, oldest first; each by the names of its columns, empty where there is none. */
    static List<Map<String, String>> minutes() throws IOException {
        return rows("synthetic-minutes").stream()
                .filter(row -> SYMBOL.equals(row.get("symbol")))
                .filter(row -> {
                    long time = Long.parseLong(row.getOrDefault("bucket_ms", "0"));
                    return time >= FIRST_MS && time < AFTER_MS;
                })
                .toList();
    }

    /** Values of an indicator by the epoch second of their minute. */
    static Map<Long, Double> values(String column) throws IOException {
        Map<Long, Double> values = new LinkedHashMap<>();
        for (Map<String, String> row : rows("synthetic-indicators")) {
            String value = row.getOrDefault(column, "");
            if (DATE.equals(row.get("dt"))
                    && SYMBOL.equals(row.get("symbol"))
                    && "1m".equals(row.get("interval"))
                    && !value.isEmpty()) {
                values.put(Long.parseLong(row.getOrDefault("bucket", "")) / 1000, Double.valueOf(value));
            }
        }
        return values;
    }

    private static List<Map<String, String>> rows(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + ".csv.gz"))), StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(",", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = HashMap.newHashMap(cells.length);
                for (int i = 0; i < cells.length; i++) {
                    row.put(header.get(i), cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
