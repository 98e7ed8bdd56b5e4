/** What was published before, and the file that remembers it. */
@NullMarked
package io.tidemark.news.seen;

import org.jspecify.annotations.NullMarked;
