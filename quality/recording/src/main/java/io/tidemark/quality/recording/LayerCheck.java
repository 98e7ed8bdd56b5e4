package io.tidemark.quality.recording;

import io.tidemark.quickstart.process.PartFailed;
import java.io.IOException;
import java.sql.SQLException;

/** Sends the recording through some of the layers, prints what came of it, and judges it. */
interface LayerCheck {

    /**
     * Does it.
     *
     * @return whether all is as it should be
     * @throws PartFailed when a part does not start or falls
     */
    boolean run() throws PartFailed, IOException, InterruptedException, SQLException;
}
