package io.tidemark.newsanalysis.sentiment;

/** A word list that cannot be read; the message names the file and, where there is one, the line. */
public final class LexiconFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LexiconFileException(String message) {
        super(message);
    }

    LexiconFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
