package io.tidemark.news.fetch;

import java.time.Duration;

/**
 * What a request may cost.
 *
 * @param timeout from its beginning to the last byte of the body
 * @param maxBody longest body after decompression, bytes
 * @param maxRetryAfter longest wait that a server may ask for
 * @param userAgent how we introduce ourselves
 */
public record FetchLimits(Duration timeout, long maxBody, Duration maxRetryAfter, String userAgent) {}
