/**
 * Price analytics: pure transforms of bars, and of daily statistics, to result tables. Within a group values are added in
 * the order of time, so that no result depends on how rows are spread over partitions.
 */
@NullMarked
package io.tidemark.batch.price;

import org.jspecify.annotations.NullMarked;
