/** Articles as sources deliver them: their text, addresses and headlines in a form that can be compared. */
@NullMarked
package io.tidemark.news.article;

import org.jspecify.annotations.NullMarked;
