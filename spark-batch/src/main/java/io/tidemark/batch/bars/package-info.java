/** Bars as functions of sets of trades: partial bars that merge in any order, and their roll-up to longer intervals. */
@NullMarked
package io.tidemark.batch.bars;

import org.jspecify.annotations.NullMarked;
