/** Which parts the system has, in which order they start and what each is told. */
@NullMarked
package io.tidemark.quickstart.stack;

import org.jspecify.annotations.NullMarked;
