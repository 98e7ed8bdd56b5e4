/** The service finnhub-consumer: Kafka to CSV files, each record exactly once. */
@NullMarked
package io.tidemark.landing;

import org.jspecify.annotations.NullMarked;
