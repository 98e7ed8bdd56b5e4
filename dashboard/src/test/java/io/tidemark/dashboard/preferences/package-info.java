@NullMarked
package io.tidemark.dashboard.preferences;

import org.jspecify.annotations.NullMarked;
