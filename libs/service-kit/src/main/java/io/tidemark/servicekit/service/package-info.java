/** The life of a service process, from its arguments to its exit code. */
@NullMarked
package io.tidemark.servicekit.service;

import org.jspecify.annotations.NullMarked;
