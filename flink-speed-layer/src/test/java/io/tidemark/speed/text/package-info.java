@NullMarked
package io.tidemark.speed.text;

import org.jspecify.annotations.NullMarked;
