/** Events on their way to Kafka: bounded, counted, acknowledged. */
@NullMarked
package io.tidemark.ingest.publish;

import org.jspecify.annotations.NullMarked;
