/** News and alerts on the page. */
@NullMarked
package io.tidemark.dashboard.news.ui;

import org.jspecify.annotations.NullMarked;
