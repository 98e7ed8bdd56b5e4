/** Tests. */
@NullMarked
package io.tidemark.landing.disk;

import org.jspecify.annotations.NullMarked;
