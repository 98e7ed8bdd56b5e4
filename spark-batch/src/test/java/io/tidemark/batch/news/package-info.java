/** News from landed files to result tables. */
@NullMarked
package io.tidemark.batch.news;

import org.jspecify.annotations.NullMarked;
