package io.tidemark.serving;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the migrations and their state. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Lists every migration with its state; changes nothing.")
final class InfoCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    OwnerSettings owner = new OwnerSettings();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Migration migration : owner.database(List.of()).migrations()) {
            out.printf("%-12s %s%n", migration.state(), migration.name());
        }
        return 0;
    }
}
