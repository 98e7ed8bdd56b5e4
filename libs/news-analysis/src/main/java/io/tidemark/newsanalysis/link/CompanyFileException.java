package io.tidemark.newsanalysis.link;

/** A file of companies that cannot be read; the message names the file and, where there is one, the line. */
public final class CompanyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CompanyFileException(String message) {
        super(message);
    }

    CompanyFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
