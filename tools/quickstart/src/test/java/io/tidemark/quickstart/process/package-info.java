@NullMarked
package io.tidemark.quickstart.process;

import org.jspecify.annotations.NullMarked;
