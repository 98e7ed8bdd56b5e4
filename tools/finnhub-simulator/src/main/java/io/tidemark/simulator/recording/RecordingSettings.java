package io.tidemark.simulator.recording;

import java.nio.file.Path;

/**
 * How a recording is played.
 *
 * @param file CSV or gzipped CSV
 * @param speed how fast
 * @param times which times its trades get
 * @param startWhen what it waits for
 */
public record RecordingSettings(Path file, PlaybackSpeed speed, TradeTimes times, StartCondition startWhen) {}
