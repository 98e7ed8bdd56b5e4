/** Stories: read from Kafka, judged, each known once, linked to symbols. */
@NullMarked
package io.tidemark.speed.news.story;

import org.jspecify.annotations.NullMarked;
