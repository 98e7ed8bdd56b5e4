/** Texts of others, made fit for the database. */
@NullMarked
package io.tidemark.newsanalysis.text;

import org.jspecify.annotations.NullMarked;
