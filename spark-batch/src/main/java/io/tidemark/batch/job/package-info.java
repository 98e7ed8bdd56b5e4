/** The Spark part: one date's files to its published bars. */
@NullMarked
package io.tidemark.batch.job;

import org.jspecify.annotations.NullMarked;
