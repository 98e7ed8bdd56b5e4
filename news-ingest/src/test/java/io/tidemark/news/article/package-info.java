@NullMarked
package io.tidemark.news.article;

import org.jspecify.annotations.NullMarked;
