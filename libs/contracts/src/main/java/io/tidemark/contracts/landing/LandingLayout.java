package io.tidemark.contracts.landing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Names below one dataset's directory, for example {@code finnhub-data/trades}.
 *
 * @param root the dataset's directory
 * @param dataset its name, which begins every file name, for example {@code trades}
 */
public record LandingLayout(Path root, String dataset) {

    /** Dataset of {@code market.trades.v1}. */
    public static final String TRADES = "trades";

    /** Dataset of {@code market.news.v1}. */
    public static final String NEWS = "news";

    private static final int OFFSET_DIGITS = 20;

    /** Layout of the trades below a landing directory such as {@code finnhub-data}. */
    public static LandingLayout trades(Path landingDirectory) {
        return new LandingLayout(landingDirectory.resolve(TRADES), TRADES);
    }

    /** Layout of the news below a landing directory such as {@code finnhub-data}. */
    public static LandingLayout news(Path landingDirectory) {
        return new LandingLayout(landingDirectory.resolve(NEWS), NEWS);
    }

    /** Commit records of one partition. */
    public Path manifestDirectory(int partition) {
        return manifestsDirectory().resolve(dataset + "-" + partition);
    }

    /** Directory that holds one directory of commit records per partition. */
    public Path manifestsDirectory() {
        return root.resolve("_manifests");
    }

    /** Commit record of the segment that starts at {@code start}: its existence is the commit. */
    public Path manifest(int partition, long start) {
        return manifestDirectory(partition).resolve(digits(start) + ".json");
    }

    /** Position, end offset and greatest event time of a partition: how complete the data is. */
    public Path progress(int partition) {
        return root.resolve("_progress").resolve(dataset + "-" + partition + ".json");
    }

    /** File whose lock the partition's writer holds. */
    public Path lock(int partition) {
        return root.resolve("_locks").resolve(dataset + "-" + partition);
    }

    /** Directory of an hour, relative to the root: {@code dt=2026-11-22/hour=14}, in UTC. */
    public static String bucket(long eventTime) {
        ZonedDateTime time = Instant.ofEpochMilli(eventTime).atZone(ZoneOffset.UTC);
        return String.format(Locale.ROOT, "%s/hour=%02d", dateDirectory(time.toLocalDate()), time.getHour());
    }

    /** Directory of a UTC date, relative to the root: {@code dt=2026-11-22}. */
    public static String dateDirectory(LocalDate date) {
        return "dt=" + date;
    }

    /** Final name of a segment's file in a bucket, relative to the root. */
    public String dataFile(String bucket, int partition, long start) {
        return bucket + "/" + dataset + "-" + partition + "-" + digits(start) + ".csv";
    }

    /** Final name of a segment's quarantine file, relative to the root. */
    public String quarantineFile(int partition, long start) {
        return "_quarantine/" + dataset + "-" + partition + "-" + digits(start) + ".ndjson";
    }

    private static String digits(long offset) {
        return String.format(Locale.ROOT, "%0" + OFFSET_DIGITS + "d", offset);
    }
}
