@NullMarked
package io.tidemark.news.syndication;

import org.jspecify.annotations.NullMarked;
