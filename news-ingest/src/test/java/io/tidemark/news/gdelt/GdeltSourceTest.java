package io.tidemark.news.gdelt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.article.Harvest;
import io.tidemark.news.fixture.Fetchers;
import io.tidemark.news.fixture.SetClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GdeltSourceTest {
    private final SetClock clock = new SetClock();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Harvest ask(String answer) throws Exception {
        server.enqueue(new MockResponse.Builder().body(answer).build());
        return new GdeltSource(
                        server.url("/doc"),
                        List.of("(a OR \"b c\")"),
                        Duration.ofHours(1),
                        Duration.ofMinutes(15),
                        Fetchers.plain(clock),
                        clock)
                .queries()
                .get(0)
                .ask();
    }

    @Test
    void an_article_has_the_id_of_its_address() throws Exception {
        String article = "{\"url\":\"%s\",\"title\":\"A  title , spaced\",\"seendate\":\"20261123T141500Z\","
                + "\"domain\":\"a.example\",\"language\":\"English\"}";
        Harvest harvest = ask("{\"articles\":[" + article.formatted("https://a.example/1?utm_source=x") + ","
                + article.formatted("http://www.a.example/1") + "]}");
        assertThat(harvest.articles())
                .extracting(one -> one.item().id())
                .doesNotContainNull()
                .containsOnly(harvest.articles().get(0).item().id());
        var item = harvest.articles().get(0).item();
        assertThat(item.publishedAt())
                .isEqualTo(Instant.parse("2026-11-23T14:15:00Z").toEpochMilli());
        assertThat(item.source()).isEqualTo("a.example");
        assertThat(item.headline()).isEqualTo("A title , spaced");
        var url = server.takeRequest().getUrl();
        assertThat(url.queryParameter("query")).isEqualTo("(a OR \"b c\")");
        assertThat(url.queryParameter("timespan")).isEqualTo("60min");
    }

    @Test
    void no_articles_are_an_empty_object_and_words_are_unreadable() throws Exception {
        assertThat(ask("{}")).isEqualTo(Harvest.nothing());
        assertThat(ask("Your query was too short.").problem()).isNotEmpty();
    }

    @Test
    void careless_escapes_and_control_characters_are_read() throws Exception {
        Harvest harvest = ask("{\"articles\":[{\"url\":\"https://a.example/1\",\"title\":\"it\\'s\u0001 up\","
                + "\"seendate\":\"20261123T141500Z\"}, {\"url\":\"https://a.example/2\",\"title\":\"x\","
                + "\"seendate\":\"yesterday\"}]}");
        assertThat(harvest.articles().get(0).item().headline()).isEqualTo("it's up");
        assertThat(harvest.refused()).singleElement().satisfies(one -> assertThat(one.reason())
                .contains("yesterday"));
    }
}
