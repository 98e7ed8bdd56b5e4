@NullMarked
package io.tidemark.contracts.conditions;

import org.jspecify.annotations.NullMarked;
