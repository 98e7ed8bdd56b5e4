/** Places at which a test can kill, fail or hold the process. */
@NullMarked
package io.tidemark.landing.failpoint;

import org.jspecify.annotations.NullMarked;
