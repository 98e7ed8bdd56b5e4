@NullMarked
package io.tidemark.dashboard.preferences.ui;

import org.jspecify.annotations.NullMarked;
