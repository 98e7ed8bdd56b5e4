/** What each reader has set, shared by all of that reader's pages; knows neither SQL nor Vaadin. */
@NullMarked
package io.tidemark.dashboard.preferences;

import org.jspecify.annotations.NullMarked;
