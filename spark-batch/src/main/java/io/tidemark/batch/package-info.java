/** The batch job: landed trades to bars, a date at a time. Nothing here touches Spark before the arguments are understood. */
@NullMarked
package io.tidemark.batch;

import org.jspecify.annotations.NullMarked;
