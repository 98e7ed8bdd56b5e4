/** What every feature's part of the page is made with: ages, instants as text, and the way from a feed to a browser. */
@NullMarked
package io.tidemark.dashboard.widget;

import org.jspecify.annotations.NullMarked;
