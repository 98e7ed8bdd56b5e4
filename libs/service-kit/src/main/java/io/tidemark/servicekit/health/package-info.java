/** What a service says about its own condition, part by part. */
@NullMarked
package io.tidemark.servicekit.health;

import org.jspecify.annotations.NullMarked;
