@NullMarked
package io.tidemark.quickstart.stack;

import org.jspecify.annotations.NullMarked;
