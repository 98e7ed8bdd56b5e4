/** Finnhub's REST API below /api/v1: news, quotes, symbols, rate limits. */
@NullMarked
package io.tidemark.simulator.rest;

import org.jspecify.annotations.NullMarked;
