/** The management port of a service: health, metrics and the service's own routes. */
@NullMarked
package io.tidemark.servicekit.http;

import org.jspecify.annotations.NullMarked;
