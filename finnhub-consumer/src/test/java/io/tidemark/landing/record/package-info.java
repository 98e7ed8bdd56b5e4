/** Tests. */
@NullMarked
package io.tidemark.landing.record;

import org.jspecify.annotations.NullMarked;
