@NullMarked
package io.tidemark.batch.scan;

import org.jspecify.annotations.NullMarked;
