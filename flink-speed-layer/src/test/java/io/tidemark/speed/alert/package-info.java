/** Tests. */
@NullMarked
package io.tidemark.speed.alert;

import org.jspecify.annotations.NullMarked;
