/** Tests of the view of the pipeline without a browser. */
@NullMarked
package io.tidemark.dashboard.pipeline.ui;

import org.jspecify.annotations.NullMarked;
