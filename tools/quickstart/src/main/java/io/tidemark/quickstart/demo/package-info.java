/** The demo: the whole system until Ctrl-C. */
@NullMarked
package io.tidemark.quickstart.demo;

import org.jspecify.annotations.NullMarked;
