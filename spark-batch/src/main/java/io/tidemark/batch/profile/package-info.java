/** How a day's trades are distributed over prices and sizes: volume profile, value area, trade sizes. */
@NullMarked
package io.tidemark.batch.profile;

import org.jspecify.annotations.NullMarked;
