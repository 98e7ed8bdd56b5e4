/** When sources are asked and how they fare. */
@NullMarked
package io.tidemark.news.poll;

import org.jspecify.annotations.NullMarked;
