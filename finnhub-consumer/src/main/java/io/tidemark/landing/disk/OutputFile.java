package io.tidemark.landing.disk;

import java.io.Closeable;
import java.io.IOException;

/** A file that is written once from its beginning to its end. */
public interface OutputFile extends Closeable {

    /** Appends bytes, all of them or an exception. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Makes everything written durable. After a failure the file's content is unknown: never try again. */
    void sync() throws IOException;
}
