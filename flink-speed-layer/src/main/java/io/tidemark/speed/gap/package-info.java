/** Spans in which the feed was not heard. */
@NullMarked
package io.tidemark.speed.gap;

import org.jspecify.annotations.NullMarked;
