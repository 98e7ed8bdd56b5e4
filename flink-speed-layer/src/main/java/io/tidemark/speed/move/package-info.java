/** Prices that move further in a minute than their past lets expect. */
@NullMarked
package io.tidemark.speed.move;

import org.jspecify.annotations.NullMarked;
