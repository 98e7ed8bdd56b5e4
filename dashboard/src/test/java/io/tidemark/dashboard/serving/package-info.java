/** Tests of the queries, on a real PostgreSQL with the serving layer's own migrations. */
@NullMarked
package io.tidemark.dashboard.serving;

import org.jspecify.annotations.NullMarked;
