/** Tests. */
@NullMarked
package io.tidemark.landing.consume;

import org.jspecify.annotations.NullMarked;
