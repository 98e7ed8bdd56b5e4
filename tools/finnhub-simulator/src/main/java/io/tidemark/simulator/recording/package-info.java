/** Recorded trades in CSV files. */
@NullMarked
package io.tidemark.simulator.recording;

import org.jspecify.annotations.NullMarked;
