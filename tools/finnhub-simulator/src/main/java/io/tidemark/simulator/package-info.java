/** The simulator's command line and the wiring of its parts. */
@NullMarked
package io.tidemark.simulator;

import org.jspecify.annotations.NullMarked;
