/** GDELT's search of the world's news, DOC 2.0. */
@NullMarked
package io.tidemark.news.gdelt;

import org.jspecify.annotations.NullMarked;
