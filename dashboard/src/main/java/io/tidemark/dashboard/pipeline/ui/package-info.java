/** The view of the pipeline: its flow as a picture, and what it left in the ledger as tables. */
@NullMarked
package io.tidemark.dashboard.pipeline.ui;

import org.jspecify.annotations.NullMarked;
