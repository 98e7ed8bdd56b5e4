@NullMarked
package io.tidemark.quality.latency;

import org.jspecify.annotations.NullMarked;
