package io.tidemark.servicekit.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of every kind. */
interface SampleSettings {

    Feed feed();

    @Doc("Servers to connect to.")
    @WithName("kafka.bootstrap-servers")
    String bootstrapServers();

    /** No setting. */
    static String notASetting() {
        return "";
    }

    /** A group. */
    interface Feed {
        @Doc("Address of the feed.")
        @WithDefault("wss://feed.example")
        URI url();

        @Doc("Key of the feed.")
        SecretValue token();

        @Doc("Names, separated by commas.")
        Optional<List<String>> symbols();

        @Doc("Names from a file.")
        @WithName("symbols.file")
        Optional<String> symbolsFile();

        @Doc("Longest silence.")
        @WithDefault("150s")
        Duration maxSilence();

        @Doc("Longest frame.")
        @WithDefault("4MiB")
        ByteSize maxFrame();

        @Doc("Accept what is lost.")
        @WithDefault("false")
        boolean acceptGap();

        @Doc("How many.")
        @WithDefault("3")
        int count();
    }
}
