/** Tests of the simulated market's statistics. */
@NullMarked
package io.tidemark.simulator.market;

import org.jspecify.annotations.NullMarked;
