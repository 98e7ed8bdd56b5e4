package io.tidemark.quality.orchestration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/**
 * A day to land: the recorded one where the recordings are, else a small made-up one, the same each time.
 *
 * @param date UTC
 * @param recording CSV.gz of its trades
 */
record MarketDay(LocalDate date, Optional<Path> recording) {
    private static final List<String> SYMBOLS = List.of("AAPL", "IBM", "SPY");
    private static final int FIRST_MINUTE = 13 * 60 + 30;
    private static final int MINUTES = 390;
    private static final int TRADES_PER_MINUTE = 20;
    private static final int START_CENTS = 10_000;

    /** The day of a date; recorded when the directory has its file. */
    static MarketDay of(LocalDate date, Path data) {
        Path file = data.resolve("trades/us-equities-" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv.gz");
        return new MarketDay(date, Files.isRegularFile(file) ? Optional.of(file) : Optional.empty());
    }

    /** Hands over its trades in order of time. */
    void writeTo(Landing.Sink sink) throws IOException {
        if (recording.isPresent()) {
            replay(recording.get(), sink);
        } else {
            makeUp(sink);
        }
    }

    private static void replay(Path file, Landing.Sink sink) throws IOException {
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                sink.add(new Row(cells[0], cells[1], cells[2], Long.parseLong(cells[3]), cells[4]));
            }
        }
    }

    private void makeUp(Landing.Sink sink) throws IOException {
        var random = new SplittableRandom(date.toEpochDay());
        long midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        int[] cents = SYMBOLS.stream().mapToInt(symbol -> START_CENTS).toArray();
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int trade = 0; trade < TRADES_PER_MINUTE; trade++) {
                long time = midnight + (FIRST_MINUTE + minute) * 60_000L + trade * (60_000L / TRADES_PER_MINUTE);
                for (int i = 0; i < cents.length; i++) {
                    cents[i] = Math.max(1, cents[i] + random.nextInt(-3, 4));
                    String price = String.format(Locale.ROOT, "%d.%02d", cents[i] / 100, cents[i] % 100);
                    sink.add(new Row(SYMBOLS.get(i), price, Integer.toString(random.nextInt(1, 500)), time, ""));
                }
            }
        }
    }
}
