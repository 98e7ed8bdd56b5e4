/** What results look like: the tables that the batch layer publishes, each a table of the database and a dataset of files. */
@NullMarked
package io.tidemark.batch.table;

import org.jspecify.annotations.NullMarked;
