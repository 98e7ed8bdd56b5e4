/** The view of batch results: a panel for each analysis of a date, as a figure and as a table. */
@NullMarked
package io.tidemark.dashboard.insights.ui;

import org.jspecify.annotations.NullMarked;
