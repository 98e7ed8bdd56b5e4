/** News made by a seeded random generator: stories, their copies in several sources, and what they do to prices. */
@NullMarked
package io.tidemark.simulator.news;

import org.jspecify.annotations.NullMarked;
