/** How a page shows a reader's preferences, and where the reader changes them. */
@NullMarked
package io.tidemark.dashboard.preferences.ui;

import org.jspecify.annotations.NullMarked;
