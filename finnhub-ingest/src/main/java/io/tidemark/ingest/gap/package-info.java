/** Spans in which the feed was not heard, across restarts of this process. */
@NullMarked
package io.tidemark.ingest.gap;

import org.jspecify.annotations.NullMarked;
