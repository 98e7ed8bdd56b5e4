/** Finnhub's frames as they arrive, and what they say: pure functions, no I/O. */
@NullMarked
package io.tidemark.ingest.frame;

import org.jspecify.annotations.NullMarked;
