package io.tidemark.news.source;

import io.tidemark.contracts.event.NewsItem;
import io.tidemark.news.article.Article;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.article.JsonObjects;
import io.tidemark.news.article.PlainText;
import io.tidemark.news.article.Refused;
import io.tidemark.news.fetch.FetchOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** From an answer to a harvest; only the part at fault is refused. */
public final class Answers {
    private Answers() {}

    /** Reads one element of a JSON answer. */
    @FunctionalInterface
    public interface ElementReader {
        /**
         * The element's article.
         *
         * @throws IOException when it is none, with the reason for people
         */
        NewsItem read(Map<String, String> fields) throws IOException;
    }

    /** What the answer holds: nothing when it is unchanged; a body that is too long is unreadable. */
    public static Harvest of(FetchOutcome.Answer answer, BodyReader reader) {
        if (answer instanceof FetchOutcome.Body body) {
            return reader.read(body);
        }
        if (answer instanceof FetchOutcome.TooLarge large) {
            return Harvest.unreadable(
                    large.beginning(),
                    "body longer than " + large.limit() + " bytes (fetch.max-body); only its beginning is kept");
        }
        return Harvest.nothing();
    }

    /** Reads a whole body. */
    @FunctionalInterface
    public interface BodyReader {
        Harvest read(FetchOutcome.Body body);
    }

    /** The articles in a JSON array; see {@link JsonObjects#elements} for {@code field}. */
    public static Harvest json(byte[] body, String field, ElementReader reader) {
        var articles = new ArrayList<Article>();
        var refused = new ArrayList<Refused>();
        try {
            for (byte[] element : JsonObjects.elements(body, field)) {
                try {
                    articles.add(new Article(reader.read(JsonObjects.fields(element)), element));
                } catch (IOException e) {
                    refused.add(new Refused(element, firstLine(e)));
                }
            }
        } catch (IOException e) {
            return Harvest.unreadable(body, "not the JSON that was expected: " + firstLine(e));
        }
        return Harvest.of(articles, refused);
    }

    /**
     * A field that must be there.
     *
     * @throws IOException when it is missing or blank
     */
    public static String required(Map<String, String> fields, String name) throws IOException {
        return Optional.ofNullable(fields.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IOException("field " + name + " is missing or empty"));
    }

    /**
     * A headline as plain text.
     *
     * @throws IOException when nothing is left of it
     */
    public static String headline(Map<String, String> fields, String name) throws IOException {
        String headline = PlainText.of(required(fields, name), PlainText.HEADLINE);
        if (headline.isEmpty()) {
            throw new IOException("field " + name + " holds no text");
        }
        return headline;
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no JSON");
    }
}
