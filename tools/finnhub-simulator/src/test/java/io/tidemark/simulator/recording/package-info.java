/** Tests of reading recordings. */
@NullMarked
package io.tidemark.simulator.recording;

import org.jspecify.annotations.NullMarked;
