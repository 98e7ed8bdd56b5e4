/** Faults on demand: which, how often, and the dice that decide when they strike. */
@NullMarked
package io.tidemark.simulator.fault;

import org.jspecify.annotations.NullMarked;
