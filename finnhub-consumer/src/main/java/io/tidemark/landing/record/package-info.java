/** From a Kafka record to a CSV row or to a line of the quarantine file. */
@NullMarked
package io.tidemark.landing.record;

import org.jspecify.annotations.NullMarked;
