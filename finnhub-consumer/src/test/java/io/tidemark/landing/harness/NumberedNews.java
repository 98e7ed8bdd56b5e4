package io.tidemark.landing.harness;

import io.tidemark.contracts.event.NewsItem;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * News that a test can count: the n-th has the id {@code n-<n>}, and the same n gives the same item. Their texts hold all
 * that a CSV writer can get wrong.
 */
public final class NumberedNews {
    private static final List<String> PIECES = List.of(
            "Shares", "rise", " ", " ", ",", "\"", "\"\"", "\n", "\r", "\r\n", "\n\n", "|", ";", "'", "\\", "\t", "Ä",
            "€", "😀", "中文", "\u200f", "\u2028", "\ufeff", "\u0000", "#", "=1+1", "2%");
    private static final List<String> FEEDS = List.of("rss", "gdelt", "finnhub-news");
    private static final List<List<String>> SYMBOLS =
            List.of(List.of(), List.of("AAPL"), List.of("AAPL", "BRK,B", "IC MARKETS:1"), List.of("Ä\"Q"));
    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS = 5;
    private static final int MOST_PIECES = 12;

    private NumberedNews() {}

    /** Times jump between some hours, as news that are found late do. */
    public static NewsItem item(long number) {
        var random = new Random(number);
        long time = NumberedTrades.BEGIN + (number * 31 % HOURS) * HOUR_MS + number * 7 % HOUR_MS;
        return new NewsItem(
                "n-" + number,
                time,
                time + 90_000,
                "H" + text(random),
                text(random),
                text(random),
                text(random),
                text(random),
                SYMBOLS.get((int) (number % SYMBOLS.size())),
                FEEDS.get((int) (number % FEEDS.size())));
    }

    /** None to some pieces, often empty. */
    private static String text(Random random) {
        int pieces = random.nextInt(4) == 0 ? 0 : random.nextInt(MOST_PIECES);
        return IntStream.range(0, pieces)
                .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
