/** Tests of counting. */
@NullMarked
package io.tidemark.simulator.truth;

import org.jspecify.annotations.NullMarked;
