package io.tidemark.servicekit.service;

import io.smallrye.config.WithDefault;
import io.tidemark.servicekit.config.Doc;

/** Where a service answers about its health, its metrics and itself. */
public interface HttpSettings {

    @Doc("Address on which health, metrics and status are served; 0.0.0.0 for all (only behind a firewall).")
    @WithDefault("127.0.0.1")
    String host();

    @Doc("Port for health, metrics and status; 0 takes any free one and logs it.")
    @WithDefault("0")
    int port();
}
