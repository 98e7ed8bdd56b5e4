/** Tests. */
@NullMarked
package io.tidemark.speed.move;

import org.jspecify.annotations.NullMarked;
