/** Segments, manifests and chains: the landing protocol on disk, without Kafka. */
@NullMarked
package io.tidemark.landing.segment;

import org.jspecify.annotations.NullMarked;
