/** Tests. */
@NullMarked
package io.tidemark.speed;

import org.jspecify.annotations.NullMarked;
