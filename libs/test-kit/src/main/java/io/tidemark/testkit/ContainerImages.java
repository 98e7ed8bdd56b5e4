package io.tidemark.testkit;

/**
 * Images that tests run in containers. {@code deploy/images/images.list} tells the same names, and how each is built
 * where it cannot be pulled; a test holds both together.
 */
public final class ContainerImages {
    /** Kafka's broker, as in Compose. */
    public static final String KAFKA = "apache/kafka:4.3.1";

    /** PostgreSQL with the Apache edition of TimescaleDB, as in Compose. */
    public static final String TIMESCALEDB = "timescale/timescaledb:2.19.3-pg17-oss";

    private ContainerImages() {}
}
