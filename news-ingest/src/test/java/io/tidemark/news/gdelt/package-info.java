@NullMarked
package io.tidemark.news.gdelt;

import org.jspecify.annotations.NullMarked;
