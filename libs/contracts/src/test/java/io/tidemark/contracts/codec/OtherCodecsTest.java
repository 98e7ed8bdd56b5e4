package io.tidemark.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.contracts.event.DeadLetter;
import io.tidemark.contracts.event.FeedGap;
import io.tidemark.contracts.event.NewsItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherCodecsTest {

    @Test
    void a_news_item_is_read_back() throws Exception {
        var item = new NewsItem(
                "7",
                1_000,
                2_000,
                "Up \"2%\"",
                "",
                "Reuters",
                "https://example.org/7",
                "company",
                List.of("IBM"),
                "rss");
        assertThat(new NewsItemCodec().decode(new NewsItemCodec().encode(item))).isEqualTo(item);
    }

    @Test
    void a_gap_is_read_back() throws Exception {
        var gap = new FeedGap("finnhub", List.of("IBM", "IC MARKETS:1"), 1_000, 2_000, "closed: 1006");
        assertThat(new FeedGapCodec().decode(new FeedGapCodec().encode(gap))).isEqualTo(gap);
    }

    @Test
    void a_gap_does_not_end_before_it_begins() {
        byte[] json = "{\"version\":1,\"feed\":\"f\",\"from\":2,\"to\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new FeedGapCodec().decode(json))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("before it begins");
    }

    @Test
    void a_dead_letter_keeps_its_bytes() throws Exception {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        var letter = new DeadLetter(bytes, "not JSON", "finnhub frame 3", 1_000);
        DeadLetter read = new DeadLetterCodec().decode(new DeadLetterCodec().encode(letter));
        assertThat(read).isEqualTo(letter);
        assertThat(read.payload()).isEqualTo(bytes);
    }

    @Test
    void a_dead_letter_cannot_be_changed_from_outside() {
        byte[] bytes = {1, 2, 3};
        var letter = new DeadLetter(bytes, "r", "o", 0);
        bytes[0] = 9;
        letter.payload()[1] = 9;
        assertThat(letter.payload()).containsExactly(1, 2, 3);
    }
}
