/** Sends a recorded market day through the whole system and compares the served bars with expected ones. */
@NullMarked
package io.tidemark.quality.recording;

import org.jspecify.annotations.NullMarked;
