/** The connection to Finnhub: opening it, listening, noticing that it is dead, opening it again. */
@NullMarked
package io.tidemark.ingest.feed;

import org.jspecify.annotations.NullMarked;
