@NullMarked
package io.tidemark.newsanalysis.text;

import org.jspecify.annotations.NullMarked;
