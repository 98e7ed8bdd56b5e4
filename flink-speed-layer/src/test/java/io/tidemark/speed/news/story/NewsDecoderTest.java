package io.tidemark.speed.news.story;

import static io.tidemark.speed.fixture.TestNews.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.contracts.codec.NewsItemCodec;
import io.tidemark.contracts.event.NewsItem;
import io.tidemark.speed.fixture.TestNews;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsDecoderTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochMilli(HOUR + 3_600_000));

    private final NewsDecoder decoder = new NewsDecoder(Duration.ofMinutes(1), NOW);

    private IncomingNews decode(NewsItem item) {
        return decoder.decode(new NewsItemCodec().encode(item), 2, 7);
    }

    private static NewsItem published(long publishedAt, long receivedAt) {
        return new NewsItem("1", publishedAt, receivedAt, "h", "", "", "", "", List.of(), "rss");
    }

    private static NewsItem named(String id, String headline, String symbol) {
        return new NewsItem(id, HOUR, HOUR, headline, "", "", "", "", List.of(symbol), "rss");
    }

    @Test
    void a_story_is_taken_as_it_is() {
        IncomingNews news = decode(TestNews.item("1", 5_000, "Apple is up", "AAPL", "AAPL", "MSFT"));

        assertThat(news.accepted()).isTrue();
        assertThat(news.publishedAt).isEqualTo(HOUR + 5_000);
        assertThat(news.receivedAt).isEqualTo(HOUR + 6_000);
        assertThat(news.symbols).containsExactly("AAPL", "MSFT");
        assertThat(news.clamped).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no story", "{}", "[1]", "{\"id\":\"1\"}"})
    void bytes_that_are_no_story_are_refused(String bytes) {
        IncomingNews news = decoder.decode(bytes.getBytes(StandardCharsets.UTF_8), 2, 7);

        assertThat(news.refusal).isEqualTo(NewsRefusal.UNDECODABLE);
        assertThat(news.detail).isNotEmpty();
        assertThat(news.partition).isEqualTo(2);
        assertThat(news.offset).isEqualTo(7);
    }

    @Test
    void a_record_without_a_value_is_refused() {
        assertThat(decoder.decode(null, 0, 0).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
    }

    @Test
    void a_publication_in_the_future_counts_as_published_at_receipt() {
        assertThat(decode(published(HOUR + 60_000, HOUR)).publishedAt).isEqualTo(HOUR + 60_000);

        IncomingNews news = decode(published(HOUR + 60_001, HOUR));
        assertThat(news.accepted()).isTrue();
        assertThat(news.clamped).isTrue();
        assertThat(news.publishedAt).isEqualTo(HOUR);
    }

    @Test
    void a_receipt_in_the_future_is_refused() {
        long now = NOW.millis();
        assertThat(decode(published(now, now + 60_000)).accepted()).isTrue();
        assertThat(decode(published(now, now + 60_001)).refusal).isEqualTo(NewsRefusal.FUTURE);
    }

    @Test
    void times_that_no_table_could_hold_are_refused() {
        assertThat(decode(published(Long.MIN_VALUE, HOUR)).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
        assertThat(decode(published(HOUR, -1)).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
        assertThat(decode(published(Long.MAX_VALUE, HOUR)).publishedAt).isEqualTo(HOUR);
        assertThat(decode(published(HOUR, Long.MAX_VALUE)).refusal).isEqualTo(NewsRefusal.FUTURE);
    }

    @Test
    void ids_that_no_index_could_hold_are_refused() {
        assertThat(decode(named("i".repeat(301), "h", "A")).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
        assertThat(decode(named("nul\0", "h", "A")).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
        assertThat(decode(named(" ", "h", "A")).refusal).isEqualTo(NewsRefusal.UNDECODABLE);
    }

    @Test
    void texts_lose_what_no_table_could_hold() {
        assertThat(decode(named("1", "a\0b \uD83D\uDE80\uD83D", "A")).headline).isEqualTo("ab \uD83D\uDE80");
        assertThat(decode(named("1", "h".repeat(2_000), "A")).headline).hasSize(1_000);
        assertThat(decode(named("1", "h", "line\nbreak")).symbols).isEmpty();
        assertThat(decode(named("1", "h", "S".repeat(65))).symbols).isEmpty();
        assertThat(decode(named("1", "h", "IC MARKETS:1")).symbols).containsExactly("IC MARKETS:1");
    }

    @Test
    void a_text_is_not_cut_within_a_character() {
        String headline = "h".repeat(999) + "\uD83D\uDE80";
        assertThat(decode(named("1", headline, "A")).headline).isEqualTo("h".repeat(999));
    }
}
