package io.tidemark.dashboard.shell;

import java.util.Optional;

/** Who reads this page; there is none where nobody is asked. */
public interface Account {

    /** The reader's name. */
    Optional<String> name();

    /** Ends the session and leads to where readers sign in. */
    void leave();
}
