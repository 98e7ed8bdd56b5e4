/** What the landing protocol asks of a file system: synced files, atomic links, renames, locks. */
@NullMarked
package io.tidemark.landing.disk;

import org.jspecify.annotations.NullMarked;
