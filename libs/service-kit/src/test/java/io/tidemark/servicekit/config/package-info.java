@NullMarked
package io.tidemark.servicekit.config;

import org.jspecify.annotations.NullMarked;
