/** Where results go: the stage and the ledger in the database, and the result directory. */
@NullMarked
package io.tidemark.batch.publish;

import org.jspecify.annotations.NullMarked;
