package io.tidemark.news;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.Doc;
import java.time.Duration;
import java.util.List;

/** RSS and Atom feeds. */
public interface RssSettings {

    @Doc(
            "Feeds, separated by commas: https://HOST/..., or NAME=https://HOST/...; a comma in an address is written %2C.")
    @WithDefault(
            "fed=https://www.federalreserve.gov/feeds/press_all.xml,sec=https://www.sec.gov/news/pressreleases.rss")
    List<String> feeds();

    @Doc("How often every feed is asked whether it has changed.")
    @WithDefault("2m")
    Duration interval();
}
