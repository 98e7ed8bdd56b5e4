/** The service as a process: its settings, its parts put together, its life. */
@NullMarked
package io.tidemark.ingest;

import org.jspecify.annotations.NullMarked;
