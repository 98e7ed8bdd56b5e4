package io.tidemark.landing.harness;

import io.tidemark.contracts.event.NewsItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An oracle that knows nothing of manifests: it takes the news out of every visible file and compares each with what was
 * sent, field by field.
 *
 * @param byId how often each id is there
 * @param altered items that are not as they were sent
 */
public record LandedNews(Map<String, Integer> byId, long altered) {

    public static LandedNews in(Path landing) throws IOException {
        Map<String, Integer> byId = new TreeMap<>();
        long altered = 0;
        Path news = landing.resolve("news");
        for (Path file : Files.isDirectory(news) ? LandedTrades.visible(news, ".csv") : List.<Path>of()) {
            for (NewsCsvReader.Row row : NewsCsvReader.read(file)) {
                NewsItem item = row.item();
                byId.merge(item.id(), 1, Integer::sum);
                long number = Long.parseLong(item.id().substring(2));
                altered += item.equals(NumberedNews.item(number)) ? 0 : 1;
            }
        }
        return new LandedNews(byId, altered);
    }

    /** Lines of all quarantine files of the news. */
    public static List<String> quarantine(Path landing) throws IOException {
        return LandedTrades.lines(landing.resolve("news"), ".ndjson");
    }

    public long rows() {
        return byId.values().stream().mapToLong(Integer::longValue).sum();
    }

    public long duplicates() {
        return rows() - byId.size();
    }

    /** How many of the items numbered 0 to {@code count - 1} are not there. */
    public long missingOf(long count) {
        return LandedTrades.missing(byId, "n-", count);
    }
}
