package io.tidemark.contracts.codec;

import com.fasterxml.jackson.core.JsonParser;
import io.tidemark.contracts.event.NewsItem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link NewsItem} as JSON: {@code schema/news-item.v1.json}. */
public final class NewsItemCodec implements Codec<NewsItem> {

    @Override
    public byte[] encode(NewsItem item) {
        return JsonEvents.encode(NewsItem.VERSION, json -> {
            json.writeStringField("id", item.id());
            json.writeNumberField("publishedAt", item.publishedAt());
            json.writeNumberField("receivedAt", item.receivedAt());
            json.writeStringField("headline", item.headline());
            json.writeStringField("summary", item.summary());
            json.writeStringField("source", item.source());
            json.writeStringField("url", item.url());
            json.writeStringField("category", item.category());
            JsonEvents.writeStrings(json, "symbols", item.symbols());
            json.writeStringField("feed", item.feed());
        });
    }

    @Override
    public NewsItem decode(byte[] json) throws DecodeException {
        var fields = new Fields();
        JsonEvents.decode(json, fields);
        return new NewsItem(
                Required.text("id", fields.id),
                Required.field("publishedAt", fields.publishedAt),
                Required.field("receivedAt", fields.receivedAt),
                Required.text("headline", fields.headline),
                fields.summary,
                fields.source,
                fields.url,
                fields.category,
                fields.symbols,
                Required.text("feed", fields.feed));
    }

    private static final class Fields implements JsonEvents.FieldReader {
        private @Nullable String id;
        private @Nullable Long publishedAt;
        private @Nullable Long receivedAt;
        private @Nullable String headline;
        private String summary = "";
        private String source = "";
        private String url = "";
        private String category = "";
        private List<String> symbols = List.of();
        private @Nullable String feed;

        @Override
        public void read(String name, JsonParser json) throws IOException, DecodeException {
            switch (name) {
                case "id" -> id = JsonEvents.string(name, json);
                case "publishedAt" -> publishedAt = JsonEvents.integer(name, json);
                case "receivedAt" -> receivedAt = JsonEvents.integer(name, json);
                case "headline" -> headline = JsonEvents.string(name, json);
                case "summary" -> summary = JsonEvents.string(name, json);
                case "source" -> source = JsonEvents.string(name, json);
                case "url" -> url = JsonEvents.string(name, json);
                case "category" -> category = JsonEvents.string(name, json);
                case "symbols" -> symbols = JsonEvents.strings(name, json);
                case "feed" -> feed = JsonEvents.string(name, json);
                default -> {
                    // A field of a newer version.
                }
            }
        }
    }
}
