package io.tidemark.quality.orchestration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidemark.serving.ServingDatabase;
import io.tidemark.serving.ServingRole;
import io.tidemark.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a database with Tidemark's schemas and lands market days, says on one line of JSON where all that is, and stops
 * when its standard input ends: so it cannot outlive the tests that started it.
 */
@Command(
        name = "stage",
        mixinStandardHelpOptions = true,
        description = "A database and landed market days for the tests of the Airflow DAGs.")
public final class Stage implements Callable<Integer> {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Option(
            names = "--directory",
            required = true,
            paramLabel = "DIR",
            description = "Where the landing directory is made.")
    private Path directory = Path.of("");

    @Option(
            names = "--data",
            defaultValue = "../shared/data",
            paramLabel = "DIR",
            description = "Recorded days, trades/us-equities-YYYYMMDD.csv.gz; a day without one is made up.")
    private Path data = Path.of("");

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "A UTC date to land, in ascending order.")
    private List<LocalDate> dates = List.of();

    private final InputStream in;
    private final PrintStream out;

    private Stage(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Stage(System.in, System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path landing = Files.createDirectories(directory.toAbsolutePath().resolve("finnhub-data"));
        try (EmbeddedDatabase server = EmbeddedDatabase.start()) {
            ServingDatabase serving = ServingDatabase.of(server.dataSource());
            serving.migrate();
            String writer = password();
            serving.allowLogin(ServingRole.BATCH_WRITER, writer);
            String reader = password();
            serving.allowLogin(ServingRole.DASHBOARD_READER, reader);
            var landed = new Landing(landing, Clock.systemUTC());
            Map<MarketDay, Long> days = new LinkedHashMap<>();
            for (LocalDate date : dates) {
                MarketDay day = MarketDay.of(date, data);
                days.put(day, landed.land(day::writeTo));
            }
            out.println(address(server, writer, reader, landing, days));
            out.flush();
            in.transferTo(PrintStream.nullOutputStream());
        }
        return 0;
    }

    private static String address(
            EmbeddedDatabase server, String writer, String reader, Path landing, Map<MarketDay, Long> days)
            throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("url", server.jdbcUrlWithoutUser());
            json.writeStringField("owner", server.user());
            json.writeStringField("batchWriterPassword", writer);
            json.writeStringField("dashboardReaderPassword", reader);
            json.writeStringField("landing", landing.toString());
            json.writeArrayFieldStart("days");
            for (Map.Entry<MarketDay, Long> day : days.entrySet()) {
                json.writeStartObject();
                json.writeStringField("date", day.getKey().date().toString());
                json.writeBooleanField("recorded", day.getKey().recording().isPresent());
                json.writeNumberField("trades", day.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String password() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
