/** What the tests of the Airflow DAGs stand on: a real database, and market days that have landed. */
@NullMarked
package io.tidemark.quality.orchestration;

import org.jspecify.annotations.NullMarked;
