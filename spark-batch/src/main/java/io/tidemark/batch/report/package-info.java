/** What a run read, counted and published, for people and for programs. */
@NullMarked
package io.tidemark.batch.report;

import org.jspecify.annotations.NullMarked;
