package io.tidemark.simulator.recording;

import java.nio.file.Path;

/** A recording cannot be read; the message names the file, the line and what is wrong there. */
public final class RecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordingException(Path file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    RecordingException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
