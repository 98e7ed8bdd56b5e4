package io.tidemark.servicekit.service;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.tidemark.servicekit.config.Doc;
import java.time.Duration;

/** Settings that every service has; its own interface extends this one. */
public interface ServiceSettings {

    HttpSettings http();

    @Doc("How long a stop may take to finish what was begun; after that the process ends anyway.")
    @WithName("stop.timeout")
    @WithDefault("30s")
    Duration stopTimeout();
}
