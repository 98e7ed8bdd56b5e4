/** Tests. */
@NullMarked
package io.tidemark.speed.trade;

import org.jspecify.annotations.NullMarked;
