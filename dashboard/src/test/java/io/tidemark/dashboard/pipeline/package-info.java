/** Tests of the feed of the pipeline, and what it reads from instead of a database. */
@NullMarked
package io.tidemark.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
