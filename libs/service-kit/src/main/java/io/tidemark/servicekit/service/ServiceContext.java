package io.tidemark.servicekit.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.tidemark.servicekit.health.HealthChecks;
import io.tidemark.servicekit.http.HttpPort;
import java.time.Clock;

/**
 * What the process lends to the service in it.
 *
 * @param clock the system's, UTC; the only one a service reads
 * @param metrics shown at {@code /metrics}
 * @param health shown at {@code /health/live} and {@code /health/ready}
 * @param http for the service's own routes, already bound
 * @param fatal ends the process
 */
public record ServiceContext(
        Clock clock, MeterRegistry metrics, HealthChecks health, HttpPort http, FatalErrors fatal) {}
