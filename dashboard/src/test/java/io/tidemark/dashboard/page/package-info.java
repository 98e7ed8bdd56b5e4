/** Tests of the page without a browser. */
@NullMarked
package io.tidemark.dashboard.page;

import org.jspecify.annotations.NullMarked;
