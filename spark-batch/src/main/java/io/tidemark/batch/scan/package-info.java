/** The one pass over a date's rows: what it gathers beside bars where rows are read, and how that is brought together. */
@NullMarked
package io.tidemark.batch.scan;

import org.jspecify.annotations.NullMarked;
