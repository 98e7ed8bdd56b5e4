package io.tidemark.dashboard.news.ui;

import com.vaadin.flow.router.QueryParameters;
import io.tidemark.dashboard.news.Mood;
import io.tidemark.dashboard.news.NewsQuery;
import io.tidemark.dashboard.widget.ReaderChoices;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a link to the view says: {@code /news?symbol=IBM&source=Wire&category=general&mood=negative&relevance=high&q=text&story=FEED/ID}.
 * What is not asked for is left out, and what cannot be read counts as left out.
 *
 * @param story key of the story whose details are open; empty for none
 * @param table whether the hours are wanted as a table
 */
record NewsAddress(NewsQuery query, boolean table, String story, ReaderChoices reader) {
    private static final int LONGEST = 120;

    static NewsAddress of(QueryParameters parameters) {
        return new NewsAddress(
                new NewsQuery(
                        value(parameters, "symbol").toUpperCase(Locale.ROOT),
                        value(parameters, "source"),
                        value(parameters, "category"),
                        moodOf(value(parameters, "mood")),
                        value(parameters, "relevance").equals("high"),
                        value(parameters, "q")),
                value(parameters, "tables").equals("news-volume"),
                value(parameters, "story"),
                ReaderChoices.of(parameters));
    }

    private static String value(QueryParameters parameters, String name) {
        String text = parameters.getSingleParameter(name).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static Optional<Mood> moodOf(String text) {
        return Arrays.stream(Mood.values())
                .filter(mood -> mood.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    QueryParameters toQuery() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("symbol", query.symbol());
        parameters.put("source", query.source());
        parameters.put("category", query.category());
        parameters.put(
                "mood",
                query.mood().map(mood -> mood.name().toLowerCase(Locale.ROOT)).orElse(""));
        parameters.put("relevance", query.relevantOnly() ? "high" : "");
        parameters.put("q", query.text());
        parameters.put("tables", table ? "news-volume" : "");
        parameters.put("story", story);
        parameters.values().removeIf(String::isEmpty);
        reader.putInto(parameters);
        return QueryParameters.simple(parameters);
    }

    NewsAddress with(NewsQuery other) {
        return new NewsAddress(other, table, story, reader);
    }

    NewsAddress withTable(boolean wanted) {
        return new NewsAddress(query, wanted, story, reader);
    }

    NewsAddress withStory(String key) {
        return new NewsAddress(query, table, key, reader);
    }
}
