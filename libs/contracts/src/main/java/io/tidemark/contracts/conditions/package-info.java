/** Which part of a bar a trade may update, by its sale conditions: a table that a user can replace. */
@NullMarked
package io.tidemark.contracts.conditions;

import org.jspecify.annotations.NullMarked;
