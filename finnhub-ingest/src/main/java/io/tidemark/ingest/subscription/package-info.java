/** Which symbols are wanted and what the feed made of them, independent of any connection. */
@NullMarked
package io.tidemark.ingest.subscription;

import org.jspecify.annotations.NullMarked;
