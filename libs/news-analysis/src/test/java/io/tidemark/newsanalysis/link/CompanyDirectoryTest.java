package io.tidemark.newsanalysis.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyDirectoryTest {
    /** What the simulator trades and what the recorded days hold. */
    private static final List<String> USED_SYMBOLS = List.of(
            "AAPL",
            "NVDA",
            "TSLA",
            "SPY",
            "AMZN",
            "MSFT",
            "AMD",
            "META",
            "GOOGL",
            "QQQ",
            "BINANCE:BTCUSDT",
            "INTC",
            "BAC",
            "NFLX",
            "JPM",
            "XOM",
            "DIS",
            "PFE",
            "WMT",
            "KO",
            "BA",
            "AIG",
            "IBM");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_bundled_directory_knows_what_the_system_trades() {
        List<String> symbols = symbols(CompanyDirectory.bundled());
        assertThat(symbols).containsAll(USED_SYMBOLS).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    }

    @Test
    void every_name_without_another_meaning_links_its_company() {
        var linker = new SymbolLinker(CompanyDirectory.bundled());
        for (Company company : CompanyDirectory.bundled().companies()) {
            if (company.isWord(company.name())) {
                continue;
            }
            assertThat(linked(linker, "Why " + company.name() + " is in the news today"))
                    .as(company.name())
                    .anyMatch(link -> link.symbol().equals(company.symbol()) && link.isRelevant());
        }
    }

    @Test
    void a_users_file_adds_companies_and_replaces_known_ones() throws IOException {
        Path file = file("""
                symbol,name,aliases,words,kind
                # ours
                TIDE,Tidemark,"Tidemark, Inc|The Tide",The Tide

                AAPL,Orchard
                XETRA:SAP,SAP,,,company
                """);
        CompanyDirectory extended = CompanyDirectory.bundled().with(file);
        var linker = new SymbolLinker(extended);
        assertThat(linked(linker, "Tidemark opens a branch").get(0).symbol()).isEqualTo("TIDE");
        assertThat(linked(linker, "Orchard names a chief").get(0).symbol()).isEqualTo("AAPL");
        assertThat(linked(linker, "SAP wins a client").get(0).symbol()).isEqualTo("XETRA:SAP");
        assertThat(linked(linker, "Tim Cook gives a speech")).isEmpty();
        assertThat(symbols(CompanyDirectory.bundled())).doesNotContain("TIDE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "TIDE; found 1 field(s)",
                "TIDE,Tidemark,a,,coin,more; found 6 field(s)",
                ",Tidemark; must not be empty",
                "TIDE,; must not be empty",
                "TIDE,Tidemark,,,shop; the kind \"shop\"",
                "TIDE,Tidemark,,Tide; \"Tide\" is neither the ticker",
                "TIDE,\"Tidemark; a quote is not closed",
                "GOOD,Again; GOOD stands in line 1 already",
            })
    void a_wrong_line_is_named(String line, String problem) throws IOException {
        Path file = file("GOOD,Fine\n" + line + "\n");
        CompanyDirectory bundled = CompanyDirectory.bundled();
        assertThatThrownBy(() -> bundled.with(file))
                .isInstanceOf(CompanyFileException.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        CompanyDirectory bundled = CompanyDirectory.bundled();
        Path missing = directory.resolve("missing.csv");
        assertThatThrownBy(() -> bundled.with(missing))
                .isInstanceOf(CompanyFileException.class)
                .hasMessageContaining(missing.toString());
        Path latin = directory.resolve("latin.csv");
        Files.write(latin, "NESN,Nestl\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> bundled.with(latin))
                .isInstanceOf(CompanyFileException.class)
                .hasMessageContaining("UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("companies.csv"), text);
    }

    private static List<String> symbols(CompanyDirectory companies) {
        return companies.companies().stream().map(Company::symbol).toList();
    }

    private static List<SymbolLink> linked(SymbolLinker linker, String headline) {
        return linker.link(headline, "", List.of());
    }
}
