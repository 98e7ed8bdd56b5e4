/** What the service counts. */
@NullMarked
package io.tidemark.news.count;

import org.jspecify.annotations.NullMarked;
