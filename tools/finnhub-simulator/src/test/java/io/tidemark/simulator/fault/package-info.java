/** Tests of faults by themselves. */
@NullMarked
package io.tidemark.simulator.fault;

import org.jspecify.annotations.NullMarked;
