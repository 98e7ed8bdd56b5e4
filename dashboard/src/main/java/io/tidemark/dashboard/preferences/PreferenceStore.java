package io.tidemark.dashboard.preferences;

import java.util.Optional;

/**
 * Where preferences are kept, by who the reader is. Both methods take their time and throw
 * {@link io.tidemark.dashboard.feed.ServingUnavailableException} when the store cannot be reached or refuses.
 */
public interface PreferenceStore {

    /** What this reader has set; none when nothing is kept. */
    Optional<Preferences> read(String reader);

    /** Keeps this in place of what was kept before. */
    void write(String reader, Preferences preferences);
}
