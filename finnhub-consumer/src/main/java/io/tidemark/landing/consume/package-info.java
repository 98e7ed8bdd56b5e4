/** From Kafka to segments: partitions, positions, rotation. */
@NullMarked
package io.tidemark.landing.consume;

import org.jspecify.annotations.NullMarked;
