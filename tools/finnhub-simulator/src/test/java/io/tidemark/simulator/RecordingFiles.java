package io.tidemark.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Recordings made for tests. */
final class RecordingFiles {

    static final String HEADER = "symbol,price,volume,trade_time_ms,conditions";
    static final long START = 1_700_000_000_000L;

    static final String[] SYMBOLS = {"AAPL", "IC MARKETS:1", "BINANCE:BTCUSDT", "SPY"};

    private RecordingFiles() {}

    /** Lines of trades of four symbols, some ms apart, with the oddities of real ones. */
    static List<String> lines(int trades) {
        SplittableRandom random = new SplittableRandom(7);
        List<String> conditions = List.of("", "1", "1|12", "8|24|41");
        List<String> lines = new ArrayList<>();
        long time = START;
        for (int i = 0; i < trades; i++) {
            time += random.nextInt(4) == 0 ? random.nextInt(400) : 0;
            String price = random.nextInt(50, 400) + "." + random.nextInt(10, 99) + (i % 7 == 0 ? "0000001" : "");
            String volume =
                    i % 50 == 0 ? "0" : i % 9 == 0 ? "0.0" + random.nextInt(1, 999) : "" + random.nextInt(1, 900);
            lines.add(String.join(
                    ",",
                    SYMBOLS[i < 4 ? i : random.nextInt(4)],
                    price,
                    volume,
                    Long.toString(time),
                    conditions.get(random.nextInt(4))));
        }
        return lines;
    }

    static Path write(Path file, List<String> lines) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream to = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
            to.write((HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
