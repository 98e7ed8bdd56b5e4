/** What the program is told: settings by argument, environment and file, all problems reported at once. */
@NullMarked
package io.tidemark.dashboard.settings;

import org.jspecify.annotations.NullMarked;
