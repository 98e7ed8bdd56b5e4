/** The market page: what the feed knows, drawn and pushed to each open browser. */
@NullMarked
package io.tidemark.dashboard.page;

import org.jspecify.annotations.NullMarked;
