package io.tidemark.news.finnhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.news.article.Bookmark;
import io.tidemark.news.article.Harvest;
import io.tidemark.news.fetch.FetchFailure;
import io.tidemark.news.fixture.Fetchers;
import io.tidemark.news.fixture.SetClock;
import io.tidemark.news.source.NewsQuery;
import io.tidemark.news.source.NewsSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinnhubSourcesTest {
    private static final String ITEM =
            "{\"category\":\"company\",\"datetime\":1795444200,\"headline\":\"Acme &amp; Bolt rise\","
                    + "\"id\":%d,\"image\":\"\",\"related\":\"%s\",\"source\":\"Wire\",\"summary\":\"s\",\"url\":\"https://a.example/%1$d\"}";

    private final SetClock clock = new SetClock();
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

    private FinnhubApi api() {
        return new FinnhubApi(server.url("/api/v1"), Fetchers.withToken(clock), clock);
    }

    private MarketNews market() {
        return new MarketNews(
                api(), query -> Optional.ofNullable(bookmarks.get(query)), List.of("general"), Duration.ofMinutes(1));
    }

    private CompanyNews company(WatchedSymbols symbols) {
        return new CompanyNews(api(), symbols, 1, Duration.ofMinutes(5), new Random(1));
    }

    private static Harvest ask(NewsSource source) throws FetchFailure {
        return source.queries().get(0).ask();
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    @Test
    void the_next_question_begins_after_the_highest_id_taken_in() throws Exception {
        answer("[" + ITEM.formatted(7_000_002, "") + "," + ITEM.formatted(7_000_001, "") + "]");
        answer("[]");
        Harvest first = ask(market());
        assertThat(first.bookmark()).isEqualTo(new Bookmark("finnhub-news/general", "7000002"));
        bookmarks.put("finnhub-news/general", "7000002");
        assertThat(ask(market())).isEqualTo(Harvest.nothing());
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/news?category=general");
        var second = server.takeRequest();
        assertThat(second.getTarget()).isEqualTo("/api/v1/news?category=general&minId=7000002");
        assertThat(second.getHeaders().get("X-Finnhub-Token")).isEqualTo(Fetchers.TOKEN);
    }

    @Test
    void the_bookmark_never_goes_back() throws Exception {
        bookmarks.put("finnhub-news/general", "7000002");
        answer("[" + ITEM.formatted(7_000_001, "") + "]");
        assertThat(ask(market()).bookmark()).isNull();
    }

    @Test
    void a_headline_of_markup_only_is_refused() throws Exception {
        answer("[" + ITEM.formatted(7, "").replace("Acme &amp; Bolt rise", "<b></b>") + "]");
        assertThat(ask(market()).refused()).hasSize(1);
    }

    @Test
    void company_news_are_asked_for_by_day_and_carry_their_symbol() throws Exception {
        answer("[" + ITEM.formatted(7, "BOLT,") + "]");
        var item = ask(company(WatchedSymbols.of(List.of("ACME"))))
                .articles()
                .get(0)
                .item();
        assertThat(server.takeRequest().getUrl().queryParameterNames())
                .containsExactlyInAnyOrder("symbol", "from", "to");
        assertThat(item.id()).isEqualTo("finnhub:7");
        assertThat(item.symbols()).containsExactly("ACME", "BOLT");
        assertThat(item.headline()).isEqualTo("Acme & Bolt rise");
        assertThat(item.publishedAt()).isEqualTo(1_795_444_200_000L);
        assertThat(item.feed()).isEqualTo("finnhub-company-news");
    }

    @Test
    void the_days_are_utc() throws Exception {
        answer("[]");
        ask(company(WatchedSymbols.of(List.of("ACME"))));
        var url = server.takeRequest().getUrl();
        assertThat(url.queryParameter("from")).isEqualTo("2026-11-22");
        assertThat(url.queryParameter("to")).isEqualTo("2026-11-23");
    }

    @Test
    void only_the_element_at_fault_is_refused() throws Exception {
        answer("[" + ITEM.formatted(7, "") + ",{\"id\":8,\"headline\":\"no time\"}, 12 ," + ITEM.formatted(9, "")
                + "]");
        Harvest harvest = ask(market());
        assertThat(harvest.articles()).hasSize(2);
        assertThat(harvest.refused())
                .extracting(refused -> new String(refused.original(), StandardCharsets.UTF_8))
                .containsExactly("{\"id\":8,\"headline\":\"no time\"}", "12");
        assertThat(harvest.problem()).isEmpty();
    }

    @Test
    void numbers_out_of_range_are_refused() throws Exception {
        answer("[" + ITEM.formatted(7, "").replace("1795444200", "17954442000000")
                + "," + ITEM.formatted(8, "").replace("1795444200", "-5")
                + "," + ITEM.formatted(9, "").replace("1795444200", "1e9") + "]");
        assertThat(ask(market()).refused()).hasSize(3);
    }

    @Test
    void an_answer_that_is_no_list_is_unreadable() throws Exception {
        answer("{\"error\":\"You don't have access to this resource.\"}");
        Harvest harvest = ask(market());
        assertThat(harvest.problem()).contains("no JSON array");
        assertThat(harvest.refused()).hasSize(1);
    }

    @Test
    void symbols_of_other_markets_are_left_out_and_the_file_is_read_again(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("symbols"), "ACME # first\n\nBINANCE:BTCUSDT\n");
        var source = company(WatchedSymbols.in(file));
        assertThat(source.queries()).extracting(NewsQuery::name).containsExactly("finnhub-company-news/ACME");
        Files.writeString(file, "ACME\nBOLT\n");
        assertThat(source.queries()).hasSize(2);
        Files.delete(file);
        assertThat(source.queries()).hasSize(2);
    }
}
