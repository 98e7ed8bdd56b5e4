/** Tests. */
@NullMarked
package io.tidemark.landing.failpoint;

import org.jspecify.annotations.NullMarked;
