/** Tests. */
@NullMarked
package io.tidemark.speed.store;

import org.jspecify.annotations.NullMarked;
