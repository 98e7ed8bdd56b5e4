/** What the tests of whole processes share: a topic with numbered trades, consumers to kill, an oracle of what landed. */
@NullMarked
package io.tidemark.landing.harness;

import org.jspecify.annotations.NullMarked;
