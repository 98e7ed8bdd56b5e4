@NullMarked
package io.tidemark.news.poll;

import org.jspecify.annotations.NullMarked;
