/** Real brokers and databases on the loopback interface, for tests and for the quickstart. */
@NullMarked
package io.tidemark.testkit;

import org.jspecify.annotations.NullMarked;
