package io.tidemark.batch.publish;

import io.tidemark.batch.bars.Bar;
import java.io.Closeable;
import java.io.IOException;

/** A file that bars are written to. */
interface BarFile extends Closeable {

    /** Adds a bar. */
    void add(Bar bar) throws IOException;
}
