/** Bars, quotes and coverage as the page knows them, and the one feed that keeps them current. Knows neither SQL nor Vaadin. */
@NullMarked
package io.tidemark.dashboard.market;

import org.jspecify.annotations.NullMarked;
