/** Closed dates as Parquet beside the landed CSV: written, proved equal, published at once, and read instead of it. */
@NullMarked
package io.tidemark.batch.compact;

import org.jspecify.annotations.NullMarked;
