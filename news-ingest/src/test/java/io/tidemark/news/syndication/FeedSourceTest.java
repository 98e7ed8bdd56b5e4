package io.tidemark.news.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fixture.Fetchers;
import io.tidemark.news.fixture.SetClock;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedSourceTest {
    private static final String FEED = "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example</link>"
            + "<description>d</description><item><title>One</title><link>https://a.example/1</link></item></channel></rss>";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> bookmarks = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Harvest ask() throws FetchFailure {
        var clock = new SetClock();
        var source = new FeedSource(
                FeedAddress.parse("test=" + server.url("/feed")),
                Duration.ofMinutes(2),
                Fetchers.plain(clock),
                query -> Optional.ofNullable(bookmarks.get(query)),
                clock);
        return source.queries().get(0).ask();
    }

    @Test
    void a_feed_that_was_taken_in_is_asked_for_changes_only() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body(FEED)
                .addHeader("ETag", "\"v1\"")
                .build());
        server.enqueue(new MockResponse.Builder().code(304).build());
        Harvest first = ask();
        assertThat(first.articles()).hasSize(1);
        Bookmark bookmark = Objects.requireNonNull(first.bookmark());
        bookmarks.put(bookmark.query(), bookmark.value());
        assertThat(ask()).isEqualTo(Harvest.nothing());
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    }

    @Test
    void a_broken_feed_leaves_no_bookmark() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("<rss")
                .addHeader("ETag", "\"v1\"")
                .build());
        Harvest harvest = ask();
        assertThat(harvest.bookmark()).isNull();
        assertThat(harvest.problem()).isNotEmpty();
    }

    @Test
    void a_huge_feed_becomes_a_dead_letter() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body(" ".repeat(2 * Fetchers.MAX_BODY))
                .build());
        Harvest harvest = ask();
        assertThat(harvest.problem()).contains("longer than 100000 bytes");
        assertThat(harvest.refused()).hasSize(1);
    }

    @Test
    void a_feed_may_have_a_name() {
        assertThat(FeedAddress.parse("sec=https://a.example/x?a=b").name()).isEqualTo("sec");
        assertThat(FeedAddress.parse("https://a.example/x?a=b").name()).isEqualTo("a.example");
    }
}
