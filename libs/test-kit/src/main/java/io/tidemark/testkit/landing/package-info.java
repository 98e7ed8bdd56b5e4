/** Landing directories as the consumer leaves them, without a consumer. */
@NullMarked
package io.tidemark.testkit.landing;

import org.jspecify.annotations.NullMarked;
