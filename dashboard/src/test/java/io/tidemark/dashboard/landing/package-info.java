@NullMarked
package io.tidemark.dashboard.landing;

import org.jspecify.annotations.NullMarked;
