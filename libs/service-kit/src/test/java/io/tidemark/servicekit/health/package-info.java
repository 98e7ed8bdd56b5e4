@NullMarked
package io.tidemark.servicekit.health;

import org.jspecify.annotations.NullMarked;
