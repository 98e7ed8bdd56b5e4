/** Tests of what the program is told. */
@NullMarked
package io.tidemark.dashboard.settings;

import org.jspecify.annotations.NullMarked;
