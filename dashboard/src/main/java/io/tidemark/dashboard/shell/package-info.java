/** What all views stand in: the bar on top with the way from view to view, and what it says when the database is away. */
@NullMarked
package io.tidemark.dashboard.shell;

import org.jspecify.annotations.NullMarked;
