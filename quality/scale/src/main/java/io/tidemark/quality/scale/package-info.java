/** A generated day of many trades through Kafka, landing and batch, each process within a small heap. */
@NullMarked
package io.tidemark.quality.scale;

import org.jspecify.annotations.NullMarked;
