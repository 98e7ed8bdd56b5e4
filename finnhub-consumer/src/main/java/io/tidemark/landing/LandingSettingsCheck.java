package io.tidemark.landing;

import io.tidemark.servicekit.config.SettingCheck;
import java.util.function.Consumer;

/** Ranges of the settings. */
final class LandingSettingsCheck implements SettingCheck<LandingSettings> {

    @Override
    public void check(LandingSettings settings, Consumer<String> problems) {
        LandingSettings.Landing landing = settings.landing();
        for (String name : landing.datasets()) {
            if (Dataset.named(name).isEmpty()) {
                problems.accept("landing.datasets: there is no \"" + name + "\", only " + Dataset.names());
            }
        }
        if (landing.maxOpenFiles() < 1) {
            problems.accept("landing.max-open-files: must be at least 1, is " + landing.maxOpenFiles());
        }
        if (landing.segment().maxBytes().bytes() < 1) {
            problems.accept("landing.segment.max-bytes: must be at least 1 byte");
        }
        if (landing.segment().maxAge().isZero()) {
            problems.accept("landing.segment.max-age: must be above zero");
        }
    }
}
