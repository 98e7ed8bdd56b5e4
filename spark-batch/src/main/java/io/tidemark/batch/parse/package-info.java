/** Landed files as trades: byte ranges, rows, numbers, checksums. */
@NullMarked
package io.tidemark.batch.parse;

import org.jspecify.annotations.NullMarked;
