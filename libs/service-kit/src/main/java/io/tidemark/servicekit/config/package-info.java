/** Typed settings: where values come from, how they are checked, and what {@code --help} says about them. */
@NullMarked
package io.tidemark.servicekit.config;

import org.jspecify.annotations.NullMarked;
