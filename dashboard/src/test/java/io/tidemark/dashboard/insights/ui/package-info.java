/** Tests of the view of batch results without a browser. */
@NullMarked
package io.tidemark.dashboard.insights.ui;

import org.jspecify.annotations.NullMarked;
