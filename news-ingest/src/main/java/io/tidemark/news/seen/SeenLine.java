package io.tidemark.news.seen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Headline;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of the state file: a JSON object that is a story, a bookmark or the digest of something refused. */
final class SeenLine {
    private static final JsonFactory JSON = new JsonFactory();

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private SeenLine() {}

    static String of(Story story) {
        return line(json -> {
            json.writeStringField("story", story.id());
            json.writeStringField("feed", story.feed());
            json.writeStringField("published", Long.toString(story.publishedAt()));
            json.writeStringField("sighted", Long.toString(story.sightedAt()));
            json.writeStringField("publisher", story.publisher());
            json.writeStringField("url", story.urlKey());
            json.writeStringField("headline", story.headline().text());
            json.writeArrayFieldStart("symbols");
            for (String symbol : story.symbols()) {
                json.writeString(symbol);
            }
            json.writeEndArray();
        });
    }

    static String of(Bookmark bookmark) {
        return line(json -> {
            json.writeStringField("query", bookmark.query());
            json.writeStringField("value", bookmark.value());
        });
    }

    static String ofRefused(String digest) {
        return line(json -> json.writeStringField("refused", digest));
    }

    /**
     * Brings a line back into the memory; a story's later line replaces its earlier one.
     *
     * @throws IOException when it is none of the three
     */
    static void apply(String line, SeenArticles memory) throws IOException {
        var fields = new HashMap<String, String>();
        var symbols = new ArrayList<String>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    readStrings(json, symbols);
                } else {
                    fields.put(name, json.getText());
                }
            }
        }
        if (fields.containsKey("story")) {
            memory.restore(story(fields, symbols));
        } else if (fields.containsKey("query")) {
            memory.bookmark(new Bookmark(field(fields, "query"), field(fields, "value")));
        } else {
            memory.rememberRefused(field(fields, "refused"));
        }
    }

    private static Story story(Map<String, String> fields, List<String> symbols) throws IOException {
        try {
            return new Story(
                    field(fields, "story"),
                    field(fields, "feed"),
                    Long.parseLong(field(fields, "published")),
                    Long.parseLong(field(fields, "sighted")),
                    field(fields, "publisher"),
                    field(fields, "url"),
                    Headline.parse(field(fields, "headline")),
                    symbols);
        } catch (NumberFormatException e) {
            throw new IOException("a time is no number", e);
        }
    }

    private static void readStrings(JsonParser json, List<String> into) throws IOException {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            into.add(json.getText());
        }
    }

    private static String field(Map<String, String> fields, String name) throws IOException {
        String value = fields.get(name);
        if (value == null) {
            throw new IOException("field " + name + " is missing");
        }
        return value;
    }

    private static String line(Fields fields) {
        var text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
