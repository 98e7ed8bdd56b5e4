/** Tests. */
@NullMarked
package io.tidemark.speed.gap;

import org.jspecify.annotations.NullMarked;
