package io.tidemark.dashboard.news.ui;

import io.tidemark.dashboard.news.NewsHour;
import io.tidemark.dashboard.widget.Figure;
import io.tidemark.dashboard.widget.Moments;
import io.tidemark.dashboard.widget.Sheet;
import io.tidemark.dashboard.widget.Sheet.Column;
import io.tidemark.dashboard.widget.Sheet.Kind;
import io.tidemark.dashboard.widget.SheetPanel;
import io.tidemark.dashboard.widget.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How many stories there were hour by hour, and how good they were. */
final class NewsVolume {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Column> COLUMNS = List.of(
            new Column("bucket", Kind.MOMENT),
            new Column("positive", Kind.NUMBER),
            new Column("neutral", Kind.NUMBER),
            new Column("negative", Kind.NUMBER),
            new Column("sentiment", Kind.RATIO));

    private record Words(String positive, String neutral, String negative, String mean) {}

    private record Bin(
            String label,
            int positive,
            int neutral,
            int negative,
            @Nullable Double mean) {}

    private record Moods(String kind, Words words, List<Bin> bins) {}

    private final Figure figure = new Figure(Texts.of("news-volume.help"));
    private final SheetPanel panel;

    NewsVolume(InstantSource clock, Consumer<Boolean> onTable) {
        panel = new SheetPanel("news-volume", clock, figure, onTable);
    }

    SheetPanel panel() {
        return panel;
    }

    void show(List<NewsHour> hours, Optional<Instant> heard, String whyEmpty, Moments moments, boolean table) {
        Words words = new Words(
                Texts.of("news.mood.positive"),
                Texts.of("news.mood.neutral"),
                Texts.of("news.mood.negative"),
                Texts.of("news.mean"));
        List<Bin> bins = hours.stream()
                .map(hour -> new Bin(
                        moments.clock(hour.start()).substring(0, 5),
                        hour.positive(),
                        hour.neutral(),
                        hour.negative(),
                        orNull(hour.mean())))
                .toList();
        figure.show(JSON.writeValueAsString(new Moods("moods", words, bins)));
        panel.chooseTable(table);
        Sheet sheet = new Sheet(
                "news-per-hour",
                COLUMNS,
                hours.stream()
                        .map(hour -> Sheet.row(
                                hour.start(), hour.positive(), hour.neutral(), hour.negative(), orNull(hour.mean())))
                        .toList());
        panel.show(sheet, heard, whyEmpty, moments);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
