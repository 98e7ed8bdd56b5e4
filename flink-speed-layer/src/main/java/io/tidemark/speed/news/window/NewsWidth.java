package io.tidemark.speed.news.window;

/** Lengths of the windows: all divide an hour, so an hour's minutes make every one of them. */
public enum NewsWidth {
    MINUTE("1m", 1),
    FIVE_MINUTES("5m", 5),
    HOUR("1h", 60);

    static final long MINUTE_MS = 60_000;
    /** Length of an hour, ms. */
    public static final long HOUR_MS = 3_600_000;

    private final String text;
    private final int minutes;

    NewsWidth(String text, int minutes) {
        this.text = text;
        this.minutes = minutes;
    }

    /** As the tables spell it. */
    public String text() {
        return text;
    }

    /** Its length in minutes. */
    int minutes() {
        return minutes;
    }
    /** Event time at which nothing more of an hour can be counted; all times in epoch ms. */
    public static long forgetHourAt(long start, long latenessMs) {
        return start + HOUR_MS - 1 + latenessMs;
    }

    /** Start of the hour of an instant, both epoch ms. */
    public static long hourOf(long epochMs) {
        return Math.floorDiv(epochMs, HOUR_MS) * HOUR_MS;
    }
}
