@NullMarked
package io.tidemark.ingest.gap;

import org.jspecify.annotations.NullMarked;
