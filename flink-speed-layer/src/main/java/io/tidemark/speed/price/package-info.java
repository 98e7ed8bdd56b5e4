/** Last price per symbol and what its session's change is measured against. */
@NullMarked
package io.tidemark.speed.price;

import org.jspecify.annotations.NullMarked;
