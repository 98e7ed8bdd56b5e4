/** Tests of the simulator as its clients see it. */
@NullMarked
package io.tidemark.simulator;

import org.jspecify.annotations.NullMarked;
