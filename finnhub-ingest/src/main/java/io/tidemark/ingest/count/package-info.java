/** What the service counts. */
@NullMarked
package io.tidemark.ingest.count;

import org.jspecify.annotations.NullMarked;
