/** The facts that travel on Kafka. Times are epoch milliseconds, UTC. */
@NullMarked
package io.tidemark.contracts.event;

import org.jspecify.annotations.NullMarked;
