/** Tests of the feed of batch results, and what it reads from instead of a database. */
@NullMarked
package io.tidemark.dashboard.insights;

import org.jspecify.annotations.NullMarked;
