package io.tidemark.dashboard.settings;

import java.util.List;

/** What came of reading the settings. */
public sealed interface SettingsOutcome {

    /** Settings to run with. */
    record Complete(DashboardSettings settings) implements SettingsOutcome {}

    /** The user asked what the settings are. */
    record HelpWanted(String text) implements SettingsOutcome {}

    /** Nothing can run: everything that is missing or wrong, one line each. */
    record Faulty(List<String> problems) implements SettingsOutcome {}
}
