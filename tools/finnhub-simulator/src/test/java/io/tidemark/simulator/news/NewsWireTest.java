package io.tidemark.simulator.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.simulator.market.PriceImpact;
import io.tidemark.simulator.market.SymbolProfiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class NewsWireTest {

    private static final long START = Instant.parse("2026-11-24T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final List<String> SYMBOLS = SymbolProfiles.DEFAULT_SYMBOLS;

    private static NewsWire wire() {
        return new NewsWire(SymbolProfiles.of(SYMBOLS), 1, START, 3);
    }

    private static List<NewsItem> days(int days) {
        NewsWire wire = wire();
        List<NewsItem> items = new ArrayList<>();
        for (NewsItem item = wire.next(); item.availableAt() < START + days * DAY; item = wire.next()) {
            items.add(item);
        }
        return items;
    }

    private static List<NewsItem> of(List<NewsItem> items, String symbol) {
        return items.stream().filter(item -> item.symbol().equals(symbol)).toList();
    }

    @Test
    void two_wires_with_one_seed_carry_the_same_articles() {
        assertThat(days(2)).isEqualTo(days(2));
    }

    @Test
    void the_most_traded_symbol_has_about_250_items_a_day_and_others_fewer() {
        List<NewsItem> items = days(20);
        assertThat(of(items, "AAPL").size() / 20.0).isBetween(200.0, 300.0);
        assertThat(of(items, "BA").size() / 20.0).isBetween(40.0, 70.0);
    }

    @Test
    void more_than_half_of_a_companys_list_is_about_something_else() {
        List<NewsItem> items = of(days(20), "AAPL");
        long about = items.stream().filter(i -> i.headline().contains("Apple")).count();
        assertThat(1 - (double) about / items.size()).isCloseTo(0.55, within(0.05));
    }

    @Test
    void stories_appear_in_several_sources() {
        Map<String, Long> sources =
                of(days(1), "AAPL").stream().collect(Collectors.groupingBy(NewsItem::source, Collectors.counting()));
        assertThat(sources).hasSizeGreaterThan(3);
        assertThat(days(3).stream().filter(i -> i.headline().startsWith("UPDATE: ")))
                .isNotEmpty();
    }

    @Test
    void ids_grow_and_dates_are_late() {
        List<NewsItem> items = days(3);
        assertThat(items).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(items.stream().map(NewsItem::id)).doesNotHaveDuplicates();
        assertThat(items).allMatch(item -> item.publishedAt() * 1000 <= item.availableAt());
        assertThat(items.stream().filter(i -> i.availableAt() - i.publishedAt() * 1000 > 3_600_000))
                .hasSizeBetween(items.size() / 50, items.size() / 10);
    }

    @Test
    void ids_keep_growing_when_the_simulator_is_started_again_later() {
        List<NewsItem> before = days(1);
        NewsItem after = new NewsWire(SymbolProfiles.of(SYMBOLS), 1, START + DAY, 4).next();
        assertThat(after.id()).isGreaterThan(before.get(before.size() - 1).id());
    }

    @Test
    void impacts_are_the_articles_that_move_prices_and_none_from_the_past() {
        NewsImpacts impacts = new NewsImpacts(wire(), SYMBOLS, START + DAY);
        PriceImpact first = impacts.next();
        NewsItem article = days(3).stream()
                .filter(item -> item.logReturn() != 0 && item.availableAt() >= START + DAY)
                .findFirst()
                .orElseThrow();
        assertThat(first)
                .isEqualTo(
                        new PriceImpact(article.availableAt(), SYMBOLS.indexOf(article.symbol()), article.logReturn()));
    }
}
