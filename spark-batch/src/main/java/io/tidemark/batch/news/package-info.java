/** News of a date: read from its landed files, understood as the speed layer understands it, and held against prices. */
@NullMarked
package io.tidemark.batch.news;

import org.jspecify.annotations.NullMarked;
