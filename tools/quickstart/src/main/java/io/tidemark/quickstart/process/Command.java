package io.tidemark.quickstart.process;

import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param name short and fit for a file name, for example {@code finnhub-ingest}
 * @param purpose what it does, for people
 * @param arguments program and arguments
 * @param environment variables to set beside the inherited ones
 */
public record Command(String name, String purpose, List<String> arguments, Map<String, String> environment) {

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
