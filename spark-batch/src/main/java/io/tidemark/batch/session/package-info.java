/** When a market is open: sessions of US equities with holidays and half days, round-the-clock markets, foreign exchange. */
@NullMarked
package io.tidemark.batch.session;

import org.jspecify.annotations.NullMarked;
