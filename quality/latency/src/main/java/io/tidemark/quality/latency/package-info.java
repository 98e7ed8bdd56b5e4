/** How long a trade takes from its receipt to the bar that a reader sees. */
@NullMarked
package io.tidemark.quality.latency;

import org.jspecify.annotations.NullMarked;
