package io.tidemark.landing.segment;

import io.tidemark.contracts.landing.LandingLayout;
import io.tidemark.landing.disk.LandingFiles;
import io.tidemark.landing.failpoint.FailPoints;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Where and with what one dataset is landed; shared by all its partitions.
 *
 * @param layout of the dataset
 * @param files to write with
 * @param failPoints told of every step
 * @param clock wall clock, for what people read
 * @param nanoTime monotonic clock, for ages
 * @param lockBypassed only in tests: write also where another writer holds the lock
 */
public record LandingSite(
        LandingLayout layout,
        LandingFiles files,
        FailPoints failPoints,
        InstantSource clock,
        LongSupplier nanoTime,
        boolean lockBypassed) {}
