/** What a source of news is, whatever its protocol. */
@NullMarked
package io.tidemark.news.source;

import org.jspecify.annotations.NullMarked;
