/** Tests. */
@NullMarked
package io.tidemark.landing.verify;

import org.jspecify.annotations.NullMarked;
