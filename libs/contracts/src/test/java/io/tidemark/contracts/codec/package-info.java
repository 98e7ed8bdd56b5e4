@NullMarked
package io.tidemark.contracts.codec;

import org.jspecify.annotations.NullMarked;
