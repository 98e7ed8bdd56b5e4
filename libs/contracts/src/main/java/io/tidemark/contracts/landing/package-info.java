/** What the landing directory looks like: paths, CSV rows, segment manifests. Written by finnhub-consumer, read by spark-batch. */
@NullMarked
package io.tidemark.contracts.landing;

import org.jspecify.annotations.NullMarked;
