package io.tidemark.newsanalysis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolLinkerTest {
    private final SymbolLinker linker = new SymbolLinker(CompanyDirectory.bundled());

    @ParameterizedTest
    @CsvSource({
        "Nvidia unveils faster chip, NVDA",
        "Traders pile into $AAPL before the close, AAPL",
        "Chip maker (NASDAQ: AMD) names finance chief, AMD",
        "Quiet day for KO, ''",
        "Why IBM is back in fashion, IBM",
        "AT&T extends fiber to more towns, T",
        "Bitcoin swings as volumes thin out, BINANCE:BTCUSDT",
        "McDonald's tests a new burger, MCD",
        "'Johnson & Johnson ends talc case', JNJ",
        "Shares of Apple gain as new product impresses customers, AAPL",
        "S&P 500 ends week higher, SPY",
    })
    void a_mention_in_the_headline_makes_a_story_relevant(String headline, String symbol) {
        assertThat(relevant(headline, "")).isEqualTo(symbol.isEmpty() ? List.of() : List.of(symbol));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All eyes on jobs data as traders wait it out",
                "IT spending to rise, survey finds",
                "Analysts lift price target on retailer",
                "Apple growers fear late frost",
                "New visa rules worry universities",
                "A look at what moves now",
                "Gap between rich and poor keeps widening",
                "Delta variant studies revisited",
                "United front on trade proves hard to keep",
                "Low rates are ON the way out, so what",
            })
    void words_that_look_like_companies_are_left_alone(String headline) {
        assertThat(relevant(headline, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Target raises outlook after strong holidays, TGT",
        "Visa's quarterly profit tops estimates, V",
        "Regulators look into how Apple treats developers, AAPL",
        "Is $NOW a bargain?, NOW",
        "ServiceNow (NYSE: NOW) wins public contract, NOW",
        "Lowe's to open more stores, LOW",
    })
    void words_that_are_companies_count_where_the_text_speaks_of_a_company(String headline, String symbol) {
        assertThat(relevant(headline, "")).containsExactly(symbol);
    }

    @Test
    void a_symbol_that_only_the_feed_names_is_linked_weakly() {
        assertThat(linked("Bond yields edge higher after auction", "", "AAPL"))
                .containsExactly(new SymbolLink("AAPL", Relevance.NAMED_BY_FEED_ONLY, true));
    }

    @Test
    void a_mention_that_the_feed_confirms_counts_more() {
        double alone = linked("Oil majors such as Exxon cut budgets", "").get(0).relevance();
        double confirmed =
                linked("Oil majors such as Exxon cut budgets", "", "XOM").get(0).relevance();
        assertThat(confirmed).isGreaterThan(alone);
    }

    @Test
    void the_headline_counts_more_than_the_summary() {
        List<SymbolLink> links = linked("Pfizer wins approval for vaccine", "Moderna sells a similar one.");
        assertThat(links).extracting(SymbolLink::symbol).containsExactly("PFE", "MRNA");
        assertThat(links.get(0).isRelevant()).isTrue();
        assertThat(links.get(1).isRelevant()).isFalse();
    }

    @Test
    void the_bank_that_judges_is_not_what_the_story_is_about() {
        assertThat(relevant("Morgan Stanley upgrades Nike to overweight", "")).containsExactly("NKE");
        assertThat(relevant("Boeing cut to sell at Goldman Sachs", "")).containsExactly("BA");
        assertThat(relevant("Goldman Sachs profit doubles on trading boom", "")).containsExactly("GS");
    }

    @Test
    void who_is_named_to_describe_another_is_a_bystander() {
        assertThat(relevant("Supplier to Apple and Dell cuts jobs", "")).isEmpty();
        assertThat(relevant("Nvidia rival delays its listing", "")).isEmpty();
        assertThat(relevant("Upgrade for Boeing: analysts see strong demand", ""))
                .containsExactly("BA");
        assertThat(relevant("Former Amazon and Boeing engineers found a school", ""))
                .isEmpty();
    }

    @Test
    void a_word_in_a_list_of_companies_is_a_company() {
        assertThat(relevant("Apple, Microsoft and Nvidia lead tech rout", ""))
                .containsExactlyInAnyOrder("AAPL", "MSFT", "NVDA");
    }

    @Test
    void a_summary_counts_where_it_begins_with_the_company_and_the_headline_names_none() {
        assertThat(relevant("Retailer's shares slide", "Best Buy said that sales fell."))
                .containsExactly("BBY");
        assertThat(relevant("Weekend reading", "Also: Netflix has a new series."))
                .isEmpty();
        assertThat(relevant("Concert review", "Tickets were sold by Live Nation.", "LYV"))
                .isEmpty();
    }

    @Test
    void very_long_text_is_read_in_part() {
        assertThat(relevant("Nvidia gains", "Pfizer said. ".repeat(200_000))).containsExactly("NVDA");
    }

    @Test
    void a_tagged_ticker_that_nobody_knows_is_a_symbol() {
        assertThat(relevant("Tiny drug maker (NASDAQ: ZZYX) soars", "")).containsExactly("ZZYX");
    }

    @Test
    void nothing_comes_of_empty_text() {
        assertThat(linked("", "")).isEmpty();
        assertThat(linked("", "", " ")).isEmpty();
    }

    private List<String> relevant(String headline, String summary, String... feedSymbols) {
        return linked(headline, summary, feedSymbols).stream()
                .filter(SymbolLink::isRelevant)
                .map(SymbolLink::symbol)
                .toList();
    }

    private List<SymbolLink> linked(String headline, String summary, String... feedSymbols) {
        return linker.link(headline, summary, List.of(feedSymbols));
    }
}
