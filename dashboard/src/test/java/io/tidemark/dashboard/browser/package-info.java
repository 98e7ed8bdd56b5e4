/** Tests of the packaged program in a real browser, on a real PostgreSQL. */
@NullMarked
package io.tidemark.dashboard.browser;

import org.jspecify.annotations.NullMarked;
