package io.tidemark.dashboard.preferences.ui;

import io.tidemark.dashboard.preferences.Preferences;

/** A view that shows itself as its reader prefers: told before it is first seen, and of every change. */
public interface PreferenceAware {
    void prefer(Preferences preferences);
}
