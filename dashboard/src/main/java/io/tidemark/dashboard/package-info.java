/** The program: settings are checked, then Spring and the page are started. */
@NullMarked
package io.tidemark.dashboard;

import org.jspecify.annotations.NullMarked;
