@NullMarked
package io.tidemark.ingest.frame;

import org.jspecify.annotations.NullMarked;
