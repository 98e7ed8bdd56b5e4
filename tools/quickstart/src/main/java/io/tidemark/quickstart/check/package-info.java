/** The demo's own test: start, look at the page in a browser, stop. */
@NullMarked
package io.tidemark.quickstart.check;

import org.jspecify.annotations.NullMarked;
