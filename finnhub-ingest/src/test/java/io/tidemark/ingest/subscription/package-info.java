@NullMarked
package io.tidemark.ingest.subscription;

import org.jspecify.annotations.NullMarked;
