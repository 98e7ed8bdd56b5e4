package io.tidemark.serving;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether programs may start on this database. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Exits 1 when a migration is pending or was changed after it was applied; changes nothing.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    OwnerSettings owner = new OwnerSettings();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> problems = owner.database(List.of()).problems();
        if (problems.isEmpty()) {
            out.println("the schema is up to date");
            return 0;
        }
        problems.forEach(out::println);
        out.println("the schema is not up to date: run 'serving migrate'");
        return 1;
    }
}
