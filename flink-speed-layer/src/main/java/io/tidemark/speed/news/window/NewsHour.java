package io.tidemark.speed.news.window;

import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * State of one name's hour: its minutes, of which the coarser windows are made when they are sent, and what has become of
 * each window. Flink serializes its fields.
 */
public final class NewsHour {
    /** Epoch ms. */
    public long start;
    /** Null where no story was published. */
    public @Nullable NewsSums[] minutes = new @Nullable NewsSums[NewsWidth.HOUR.minutes()];

    public WindowFlags oneMinute = new WindowFlags();
    public WindowFlags fiveMinutes = new WindowFlags();
    public WindowFlags wholeHour = new WindowFlags();

    /** Adds a story to its minute; true when it is the first of that minute. */
    boolean add(Contribution contribution) {
        int minute = (int) ((contribution.publishedAt() - start) / NewsWidth.MINUTE_MS);
        @Nullable NewsSums known = minutes[minute];
        NewsSums sums = known == null ? new NewsSums() : known;
        sums.add(contribution.relevance(), contribution.sentiment());
        minutes[minute] = sums;
        for (NewsWidth width : NewsWidth.values()) {
            flags(width).add(minute / width.minutes());
        }
        return known == null;
    }

    /** Closes the windows with news that are over at a time, epoch ms. */
    void close(long time) {
        for (NewsWidth width : NewsWidth.values()) {
            WindowFlags flags = flags(width);
            for (long open = flags.open(); open != 0; open &= open - 1) {
                int index = Long.numberOfTrailingZeros(open);
                if (end(width, index) <= time) {
                    flags.close(index);
                }
            }
        }
    }

    /** Last event time of the earliest window with news that is open, epoch ms; {@code Long.MAX_VALUE} when none is. */
    long earliestOpenEnd() {
        long earliest = Long.MAX_VALUE;
        for (NewsWidth width : NewsWidth.values()) {
            long open = flags(width).open();
            if (open != 0) {
                earliest = Math.min(earliest, end(width, Long.numberOfTrailingZeros(open)));
            }
        }
        return earliest;
    }

    boolean isChanged() {
        return (oneMinute.changed | fiveMinutes.changed | wholeHour.changed) != 0;
    }

    /** Last event time of a window: what a watermark must reach to close it. */
    long end(NewsWidth width, int index) {
        return start + (index + 1L) * width.minutes() * NewsWidth.MINUTE_MS - 1;
    }

    /** Sends the windows that changed. */
    void send(String dimension, String name, Collector<NewsWindow> out) {
        for (NewsWidth width : NewsWidth.values()) {
            WindowFlags flags = flags(width);
            for (; flags.changed != 0; flags.changed &= flags.changed - 1) {
                int index = Long.numberOfTrailingZeros(flags.changed);
                long bucket = start + (long) index * width.minutes() * NewsWidth.MINUTE_MS;
                out.collect(sums(width, index).toWindow(dimension, name, width, bucket, flags.isClosed(index)));
            }
        }
    }

    private WindowFlags flags(NewsWidth width) {
        return switch (width) {
            case MINUTE -> oneMinute;
            case FIVE_MINUTES -> fiveMinutes;
            case HOUR -> wholeHour;
        };
    }

    private NewsSums sums(NewsWidth width, int index) {
        var sums = new NewsSums();
        for (int minute = index * width.minutes(); minute < (index + 1) * width.minutes(); minute++) {
            @Nullable NewsSums part = minutes[minute];
            if (part != null) {
                sums.add(part);
            }
        }
        return sums;
    }
}
