@NullMarked
package io.tidemark.contracts.landing;

import org.jspecify.annotations.NullMarked;
