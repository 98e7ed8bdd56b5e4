package io.tidemark.ingest.subscription;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings changes of the file to the subscriptions; a file at fault changes nothing. Confined to one thread. */
public final class SymbolsFileWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SymbolsFileWatch.class);

    private final SymbolsFile file;
    private final Subscriptions subscriptions;
    private volatile String failure = "";

    public SymbolsFileWatch(SymbolsFile file, Subscriptions subscriptions) {
        this.file = file;
        this.subscriptions = subscriptions;
    }

    /** Looks at the file once. */
    public void poll() {
        try {
            file.readIfChanged().ifPresent(subscriptions::replace);
            failure = "";
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(failure)) {
                LOG.warn("symbols stay as they are: {}", reason);
            }
            failure = reason;
        }
    }

    /** Why the file was not taken the last time, empty when it was. */
    public String failure() {
        return failure;
    }
}
