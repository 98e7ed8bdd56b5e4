/** Texts of others, made fit for the database. */
@NullMarked
package io.tidemark.speed.text;

import org.jspecify.annotations.NullMarked;
