package io.tidemark.dashboard;

import io.tidemark.dashboard.login.PasswordHash;
import io.tidemark.dashboard.settings.DashboardSettings;
import io.tidemark.dashboard.settings.SettingsOutcome;
import io.tidemark.dashboard.settings.SettingsReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entry point. Everything that a user can get wrong is said in one message, before Spring is started. */
public final class Dashboard {
    private static final int RUNNING = -1;
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;

    private final PrintStream out;
    private final PrintStream err;

    private Dashboard(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Starts the page and returns, or exits: see {@code --help} for the codes. */
    public static void main(String[] arguments) {
        Dashboard dashboard = new Dashboard(System.out, System.err);
        int status = List.of(arguments).equals(List.of("--hash-password"))
                ? dashboard.hashPassword(System.in)
                : dashboard.start(List.of(arguments), System.getenv());
        if (status != RUNNING) {
            System.exit(status);
        }
    }

    private int start(List<String> arguments, Map<String, String> environment) {
        return switch (SettingsReader.read(arguments, environment)) {
            case SettingsOutcome.HelpWanted(String text) -> {
                out.print(text);
                yield OK;
            }
            case SettingsOutcome.Faulty(List<String> problems) -> {
                err.println("dashboard cannot start:");
                problems.forEach(problem -> err.println("  " + problem));
                err.println("See --help.");
                yield WRONG_SETTINGS;
            }
            case SettingsOutcome.Complete(DashboardSettings settings) -> run(settings);
        };
    }

    /** Prints the hash of the first line of the input, for {@code login.users}. */
    private int hashPassword(InputStream in) {
        try {
            String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            out.println(PasswordHash.of(line == null ? "" : line));
            return OK;
        } catch (IOException | IllegalArgumentException e) {
            err.println("dashboard cannot make a hash: " + e.getMessage());
            return WRONG_SETTINGS;
        }
    }

    private int run(DashboardSettings settings) {
        Optional<String> obstacle = obstacleTo(settings.web());
        if (obstacle.isPresent()) {
            err.println("dashboard cannot start: " + obstacle.get());
            return FAILED;
        }
        DashboardApplication.start(settings);
        return RUNNING;
    }

    /** Tries the port for a moment: Spring would say the same seconds later and in fifty lines. */
    private static Optional<String> obstacleTo(DashboardSettings.Web web) {
        try (ServerSocket probe = new ServerSocket(web.port(), 1, InetAddress.getByName(web.address()))) {
            return probe.isBound() ? Optional.empty() : Optional.of("the port did not open");
        } catch (IOException e) {
            return Optional.of("port " + web.port() + " of " + web.address() + " cannot be used (" + e.getMessage()
                    + "): stop the program that has it, or choose another by --server.port or SERVER_PORT");
        }
    }
}
