/** What batch runs made of whole dates: movers, volatility, correlations, volume by price, trade sizes, and their feed. */
@NullMarked
package io.tidemark.dashboard.insights;

import org.jspecify.annotations.NullMarked;
