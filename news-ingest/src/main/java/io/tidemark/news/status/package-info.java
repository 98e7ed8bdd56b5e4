/** What the service tells about itself. */
@NullMarked
package io.tidemark.news.status;

import org.jspecify.annotations.NullMarked;
