@NullMarked
package io.tidemark.servicekit.http;

import org.jspecify.annotations.NullMarked;
