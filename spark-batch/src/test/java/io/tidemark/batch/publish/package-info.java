@NullMarked
package io.tidemark.batch.publish;

import org.jspecify.annotations.NullMarked;
