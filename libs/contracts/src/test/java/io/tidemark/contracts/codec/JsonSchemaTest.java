package io.tidemark.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.contracts.event.Trade;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema beside each record names the fields that its codec writes. */
class JsonSchemaTest {

    @Test
    void every_field_that_is_written_is_in_the_schema() throws Exception {
        check("trade.v1", new TradeCodec().encode(new Trade("i", "s", 1, 1, 1, 1, List.of(), "f")));
        check(
                "news-item.v1",
                new NewsItemCodec().encode(new NewsItem("i", 1, 1, "h", "s", "s", "u", "c", List.of(), "f")));
        check("feed-gap.v1", new FeedGapCodec().encode(new FeedGap("f", List.of(), 1, 1, "r")));
        check("dead-letter.v1", new DeadLetterCodec().encode(new DeadLetter(new byte[0], "r", "o", 1)));
    }

    private static void check(String schema, byte[] event) throws IOException {
        try (InputStream file = Trade.class.getResourceAsStream("/io/tidemark/contracts/schema/" + schema + ".json");
                JsonParser written = new JsonFactory().createParser(event)) {
            assertThat(file).as(schema).isNotNull();
            written.nextToken();
            try (JsonParser described = new JsonFactory().createParser(file)) {
                assertThat(properties(described)).isEqualTo(fields(written));
            }
        }
    }

    private static Set<String> properties(JsonParser schema) throws IOException {
        schema.nextToken();
        while (schema.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = schema.currentName().equals("properties");
            schema.nextToken();
            if (found) {
                return fields(schema);
            }
            schema.skipChildren();
        }
        throw new IOException("no properties");
    }

    /** Names in the object that the parser stands at the start of. */
    private static Set<String> fields(JsonParser json) throws IOException {
        Set<String> names = new TreeSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            names.add(json.currentName());
            json.nextToken();
            json.skipChildren();
        }
        return names;
    }
}
