package io.tidemark.serving;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Applies what is pending and gives the roles their passwords. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Applies every pending migration; sets the roles' passwords when they are given.")
final class MigrateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    OwnerSettings owner = new OwnerSettings();

    @Option(
            names = "--batch-writer.password",
            paramLabel = "TEXT",
            description = "Lets batch_writer log in; default: it stays as it is. [BATCH_WRITER_PASSWORD]")
    @Nullable String batchWriterPassword;

    @Option(
            names = "--batch-writer.password.file",
            paramLabel = "FILE",
            description = "File that holds it instead. [BATCH_WRITER_PASSWORD_FILE]")
    @Nullable Path batchWriterPasswordFile;

    @Option(
            names = "--speed-writer.password",
            paramLabel = "TEXT",
            description = "Lets speed_writer log in; default: it stays as it is. [SPEED_WRITER_PASSWORD]")
    @Nullable String speedWriterPassword;

    @Option(
            names = "--speed-writer.password.file",
            paramLabel = "FILE",
            description = "File that holds it instead. [SPEED_WRITER_PASSWORD_FILE]")
    @Nullable Path speedWriterPasswordFile;

    @Option(
            names = "--dashboard-reader.password",
            paramLabel = "TEXT",
            description = "Lets dashboard_reader log in; default: it stays as it is. [DASHBOARD_READER_PASSWORD]")
    @Nullable String dashboardReaderPassword;

    @Option(
            names = "--dashboard-reader.password.file",
            paramLabel = "FILE",
            description = "File that holds it instead. [DASHBOARD_READER_PASSWORD_FILE]")
    @Nullable Path dashboardReaderPasswordFile;

    @Override
    public Integer call() {
        List<String> problems = new ArrayList<>();
        String writer = Secret.read("batch-writer.password", batchWriterPassword, batchWriterPasswordFile, problems);
        String speed = Secret.read("speed-writer.password", speedWriterPassword, speedWriterPasswordFile, problems);
        String reader = Secret.read(
                "dashboard-reader.password", dashboardReaderPassword, dashboardReaderPasswordFile, problems);
        ServingDatabase database = owner.database(problems);
        PrintWriter out = spec.commandLine().getOut();

        List<String> applied = database.migrate();
        applied.forEach(name -> out.println("applied " + name));
        out.println(applied.isEmpty() ? "nothing to apply: the schema is up to date" : applied.size() + " applied");
        allowLogin(database, ServingRole.BATCH_WRITER, writer, out);
        allowLogin(database, ServingRole.SPEED_WRITER, speed, out);
        allowLogin(database, ServingRole.DASHBOARD_READER, reader, out);
        return 0;
    }

    private static void allowLogin(ServingDatabase database, ServingRole role, String password, PrintWriter out) {
        if (!password.isEmpty()) {
            database.allowLogin(role, password);
            out.println(role.roleName() + " may log in with the given password");
        }
    }
}
