/** Tests of sheets and of what they are told as. */
@NullMarked
package io.tidemark.dashboard.widget;

import org.jspecify.annotations.NullMarked;
