@NullMarked
package io.tidemark.serving;

import org.jspecify.annotations.NullMarked;
