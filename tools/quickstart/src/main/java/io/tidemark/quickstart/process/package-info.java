/** Child processes: started, watched until they are ready, stopped in order. */
@NullMarked
package io.tidemark.quickstart.process;

import org.jspecify.annotations.NullMarked;
