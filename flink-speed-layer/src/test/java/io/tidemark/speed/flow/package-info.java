/** Tests. */
@NullMarked
package io.tidemark.speed.flow;

import org.jspecify.annotations.NullMarked;
