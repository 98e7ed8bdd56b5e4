/** What is remarkable: one form for all that raise alerts. */
@NullMarked
package io.tidemark.speed.alert;

import org.jspecify.annotations.NullMarked;
