/** Tests of link. */
@NullMarked
package io.tidemark.newsanalysis.link;

import org.jspecify.annotations.NullMarked;
