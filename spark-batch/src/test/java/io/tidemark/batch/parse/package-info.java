@NullMarked
package io.tidemark.batch.parse;

import org.jspecify.annotations.NullMarked;
