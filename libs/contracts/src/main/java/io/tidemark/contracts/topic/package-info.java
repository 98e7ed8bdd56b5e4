/** Names and shapes of the Kafka topics. */
@NullMarked
package io.tidemark.contracts.topic;

import org.jspecify.annotations.NullMarked;
