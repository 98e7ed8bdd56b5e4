@NullMarked
package io.tidemark.news;

import org.jspecify.annotations.NullMarked;
