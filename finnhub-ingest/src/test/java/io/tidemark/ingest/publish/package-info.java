@NullMarked
package io.tidemark.ingest.publish;

import org.jspecify.annotations.NullMarked;
