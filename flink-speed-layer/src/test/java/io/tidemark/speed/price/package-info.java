/** Tests. */
@NullMarked
package io.tidemark.speed.price;

import org.jspecify.annotations.NullMarked;
