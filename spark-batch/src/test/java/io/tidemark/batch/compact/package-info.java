@NullMarked
package io.tidemark.batch.compact;

import org.jspecify.annotations.NullMarked;
