/** Tests of the whole service. */
@NullMarked
package io.tidemark.landing;

import org.jspecify.annotations.NullMarked;
