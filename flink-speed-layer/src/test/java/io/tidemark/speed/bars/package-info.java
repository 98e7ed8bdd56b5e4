/** Tests. */
@NullMarked
package io.tidemark.speed.bars;

import org.jspecify.annotations.NullMarked;
