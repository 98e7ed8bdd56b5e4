package io.tidemark.simulator;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class ManifestVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = FinnhubSimulator.class.getPackage().getImplementationVersion();
        return new String[] {"finnhub-simulator " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
