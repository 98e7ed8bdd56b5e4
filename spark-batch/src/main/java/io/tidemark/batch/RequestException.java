package io.tidemark.batch;

import java.util.List;

/** Arguments that are missing or wrong: all of them, in one message. */
final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RequestException(List<String> problems) {
        super("The arguments are not complete:\n  " + String.join("\n  ", problems));
    }
}
