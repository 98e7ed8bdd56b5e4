/**
 * The formulas of price analytics as small running figures: values are added in the order of time, and a figure is NaN as
 * long as it is not defined. None is safe for threads. Logarithms are {@link java.lang.StrictMath}'s, so that every machine
 * computes the same bits.
 */
@NullMarked
package io.tidemark.batch.price.indicator;

import org.jspecify.annotations.NullMarked;
