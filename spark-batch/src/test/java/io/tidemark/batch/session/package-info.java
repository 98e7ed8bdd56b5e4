@NullMarked
package io.tidemark.batch.session;

import org.jspecify.annotations.NullMarked;
