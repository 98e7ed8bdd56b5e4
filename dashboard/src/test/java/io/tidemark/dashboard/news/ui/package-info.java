/** Tests of the view of news without a browser. */
@NullMarked
package io.tidemark.dashboard.news.ui;

import org.jspecify.annotations.NullMarked;
