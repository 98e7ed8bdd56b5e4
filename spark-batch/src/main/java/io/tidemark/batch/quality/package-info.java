/** How good the landed data of a date is: duplicates, disorder, lateness, silence, quarantine, conservation; a verdict. */
@NullMarked
package io.tidemark.batch.quality;

import org.jspecify.annotations.NullMarked;
