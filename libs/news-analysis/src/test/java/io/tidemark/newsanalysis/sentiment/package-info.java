/** Tests of sentiment. */
@NullMarked
package io.tidemark.newsanalysis.sentiment;

import org.jspecify.annotations.NullMarked;
