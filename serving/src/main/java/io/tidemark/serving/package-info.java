/**
 * The database's schemas, roles and views, and the command that brings them up to date. The SQL stands under {@code
 * db/migration}: versioned files are never changed once released, repeatable ones ({@code R__}) hold functions and views.
 */
@NullMarked
package io.tidemark.serving;

import org.jspecify.annotations.NullMarked;
