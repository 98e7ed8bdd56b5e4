@NullMarked
package io.tidemark.ingest.status;

import org.jspecify.annotations.NullMarked;
