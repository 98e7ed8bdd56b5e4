@NullMarked
package io.tidemark.batch.profile;

import org.jspecify.annotations.NullMarked;
