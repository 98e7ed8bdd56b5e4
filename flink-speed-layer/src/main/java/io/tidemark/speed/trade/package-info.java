/** Trades as they come from Kafka: decoded, judged, and the event time they carry. */
@NullMarked
package io.tidemark.speed.trade;

import org.jspecify.annotations.NullMarked;
