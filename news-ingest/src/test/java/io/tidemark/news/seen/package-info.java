@NullMarked
package io.tidemark.news.seen;

import org.jspecify.annotations.NullMarked;
