@NullMarked
package io.tidemark.quality.orchestration;

import org.jspecify.annotations.NullMarked;
