@NullMarked
package io.tidemark.batch;

import org.jspecify.annotations.NullMarked;
