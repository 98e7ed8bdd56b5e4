/** Trades as clients get to see them, and where they come from. */
@NullMarked
package io.tidemark.simulator.trade;

import org.jspecify.annotations.NullMarked;
