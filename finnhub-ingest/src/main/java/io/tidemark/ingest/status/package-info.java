/** What the service counts and tells about itself. */
@NullMarked
package io.tidemark.ingest.status;

import org.jspecify.annotations.NullMarked;
