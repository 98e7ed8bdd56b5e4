/** Tests. */
@NullMarked
package io.tidemark.landing.segment;

import org.jspecify.annotations.NullMarked;
