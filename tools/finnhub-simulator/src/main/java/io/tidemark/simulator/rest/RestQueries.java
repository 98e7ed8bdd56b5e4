package io.tidemark.simulator.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tidemark.simulator.news.Desk;
import io.tidemark.simulator.news.NewsArchive;
import io.tidemark.simulator.news.NewsItem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Answers the questions of the REST API; knows nothing of keys, limits and faults. */
public final class RestQueries {

    private final ObjectMapper json;
    private final NewsArchive news;
    private final QuoteBoard quotes;
    private final Collection<String> symbols;

    /**
     * The API over one market.
     *
     * @param json writes the answers
     * @param news articles
     * @param quotes latest prices
     * @param symbols every symbol that is traded
     */
    public RestQueries(ObjectMapper json, NewsArchive news, QuoteBoard quotes, Collection<String> symbols) {
        this.json = json;
        this.news = news;
        this.quotes = quotes;
        this.symbols = List.copyOf(symbols);
    }

    RestAnswer answer(QueryStringDecoder query) {
        return switch (query.path()) {
            case "/api/v1/news" -> news(query);
            case "/api/v1/company-news" -> companyNews(query);
            case "/api/v1/quote" -> quote(parameter(query, "symbol"));
            case "/api/v1/stock/symbol" -> RestAnswer.ok(symbolList());
            default -> RestAnswer.error(404, "Not found");
        };
    }

    private static String parameter(QueryStringDecoder query, String name) {
        return query.parameters().getOrDefault(name, List.of("")).get(0);
    }

    private RestAnswer news(QueryStringDecoder query) {
        String minId = parameter(query, "minId");
        long above;
        try {
            above = minId.isEmpty() ? 0 : Long.parseLong(minId);
        } catch (NumberFormatException e) {
            return RestAnswer.error(422, "minId is not a number");
        }
        return RestAnswer.ok(Desk.ofParameter(parameter(query, "category"))
                .map(desk -> items(news.of(desk, above)))
                .orElse("[]"));
    }

    private RestAnswer companyNews(QueryStringDecoder query) {
        try {
            LocalDate from = LocalDate.parse(parameter(query, "from"));
            LocalDate to = LocalDate.parse(parameter(query, "to"));
            return RestAnswer.ok(items(news.ofCompany(parameter(query, "symbol"), from, to)));
        } catch (DateTimeException e) {
            return RestAnswer.error(422, "Wrong date format. Please use yyyy-mm-dd");
        }
    }

    private String items(List<NewsItem> items) {
        ArrayNode list = json.createArrayNode();
        for (NewsItem item : items) {
            list.addObject()
                    .put("category", item.category())
                    .put("datetime", item.publishedAt())
                    .put("headline", item.headline())
                    .put("id", item.id())
                    .put("image", "")
                    .put("related", item.related())
                    .put("source", item.source())
                    .put("summary", item.summary())
                    .put("url", item.url());
        }
        return list.toString();
    }

    private RestAnswer quote(String symbol) {
        QuoteBoard.Quote quote = quotes.of(symbol).orElse(new QuoteBoard.Quote(0, 0, 0, 0, 0, 0, 0));
        double change = quote.last() - quote.previousClose();
        double percent = quote.previousClose() == 0 ? 0 : 100 * change / quote.previousClose();
        return RestAnswer.ok(json.createObjectNode()
                .put("c", quote.last())
                .put("d", rounded(change))
                .put("dp", rounded(percent))
                .put("h", quote.high())
                .put("l", quote.low())
                .put("o", quote.open())
                .put("pc", quote.previousClose())
                .put("t", TimeUnit.MILLISECONDS.toSeconds(quote.time()))
                .toString());
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private String symbolList() {
        ArrayNode list = json.createArrayNode();
        for (String symbol : symbols) {
            list.addObject()
                    .put("currency", "USD")
                    .put("description", symbol)
                    .put("displaySymbol", symbol)
                    .put("symbol", symbol)
                    .put("type", "Common Stock");
        }
        return list.toString();
    }
}
