package io.tidemark.news;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.tidemark.servicekit.config.Doc;
import io.tidemark.servicekit.config.SecretValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finnhub's REST API. */
public interface FinnhubSettings {

    @Doc("Base address of the REST API, http or https, without the key.")
    @WithDefault("https://finnhub.io/api/v1")
    URI url();

    @Doc("Key of the API; travels in a header only. Needed by the sources finnhub-news and finnhub-company-news.")
    Optional<SecretValue> token();

    @Doc("Symbols whose companies' news are wanted, separated by commas. This or finnhub.symbols.file.")
    Optional<List<String>> symbols();

    @Doc("File with one symbol a line (# begins a comment); read again before every round.")
    @WithName("symbols.file")
    Optional<Path> symbolsFile();

    @Doc("Categories of finnhub-news.")
    @WithDefault("general,forex,crypto,merger")
    List<String> categories();

    @Doc("How often every category is asked.")
    @WithDefault("1m")
    Duration newsInterval();

    @Doc("How often every symbol is asked.")
    @WithDefault("5m")
    Duration companyInterval();

    @Doc("Days before today (UTC) that are asked for every time.")
    @WithDefault("1")
    int companyDaysBack();

    @Doc("Most calls in any minute, both sources together.")
    @WithDefault("60")
    int callsPerMinute();

    @Doc("Most calls in any second, both sources together.")
    @WithDefault("30")
    int callsPerSecond();
}
