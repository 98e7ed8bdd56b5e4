/** Tests of the program as a whole and of what it is built from. */
@NullMarked
package io.tidemark.dashboard;

import org.jspecify.annotations.NullMarked;
