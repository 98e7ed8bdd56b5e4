/** News and alerts as the page knows them, and the one feed that keeps them current. Knows neither SQL nor Vaadin. */
@NullMarked
package io.tidemark.dashboard.news;

import org.jspecify.annotations.NullMarked;
