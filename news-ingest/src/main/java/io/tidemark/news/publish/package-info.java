/** Articles on their way to Kafka: judged, sent, acknowledged, remembered. */
@NullMarked
package io.tidemark.news.publish;

import org.jspecify.annotations.NullMarked;
