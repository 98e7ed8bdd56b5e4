@NullMarked
package io.tidemark.ingest.feed;

import org.jspecify.annotations.NullMarked;
