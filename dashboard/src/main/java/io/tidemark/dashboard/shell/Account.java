package io.tidemark.dashboard.shell;

import java.util.Optional;

/** Who reads this page; there is none where nobody is asked. */
public interface Account {

    /** What tells this reader from all others, in this way to sign in and any other. */
    Optional<String> id();

    /** The reader's name, as people know it. */
    Optional<String> name();

    /** Ends the session and leads to where readers sign in. */
    void leave();
}
