package io.tidemark.landing.segment;

import java.io.IOException;

/** The landing directory contradicts itself; a person must look before anything more is written. */
public final class BrokenChainException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A contradiction, in words that name the partition and the offset. */
    public BrokenChainException(String message) {
        super(message);
    }
}
