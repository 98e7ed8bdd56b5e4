/** {@code make dashboard-load}: how the packaged page bears many readers and much history. Run by hand, not a test. */
@NullMarked
package io.tidemark.dashboard.load;

import org.jspecify.annotations.NullMarked;
