package io.tidemark.contracts.conditions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of {last, high/low, volume} a trade may update: the AND over all its sale conditions.
 *
 * <p>The rules are a table, because vendors differ: CSV with the columns {@code code,name,last,high_low,volume} whose
 * values are {@code always}, {@code never} or {@code extended} (only outside the regular session, for form T and other
 * extended-hours codes). Lines that begin with {@code #} are comments. A code that is not in the table restricts
 * nothing. Symbols of crypto and FX venues ({@code BINANCE:BTCUSDT}: those with a colon) have no sale conditions and
 * skip the rules.
 *
 * <p>Built in are {@code none} (every trade updates everything), {@code consolidated-tape} (the default: the rules of
 * the US consolidated tape) and {@code without-3-8-32} (average price, intermarket sweep and derivatively priced trades
 * move no price: how QuantConnect's LEAN makes its minute bars).
 */
public final class SaleConditionRules implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Name of the table that is used when nothing else is asked for. */
    public static final String DEFAULT = "consolidated-tape";

    private static final Set<String> BUILT_IN = Set.of("none", DEFAULT, "without-3-8-32");
    private static final String COLUMNS = "code,name,last,high_low,volume";

    /** When a condition lets a trade update something. */
    private enum Rule {
        ALWAYS,
        NEVER,
        EXTENDED
    }

    private record Row(Rule last, Rule highLow, Rule volume) implements Serializable {}

    private final String name;
    private final HashMap<String, Row> rows;

    private SaleConditionRules(String name, Map<String, Row> rows) {
        this.name = name;
        this.rows = new HashMap<>(rows);
    }

    /** Rules under which every trade updates everything. */
    public static SaleConditionRules none() {
        return new SaleConditionRules("none", Map.of());
    }

    /**
     * Loads a built-in table by its name, or else a table from a file.
     *
     * @throws IOException when there is no such file, or when a line of it is wrong; the message names file, line and
     *     fault
     */
    public static SaleConditionRules load(String nameOrFile) throws IOException {
        if (BUILT_IN.contains(nameOrFile)) {
            return builtIn(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new IOException("no table of sale conditions: " + nameOrFile + " is no file and none of the built-in "
                    + String.join(", ", BUILT_IN.stream().sorted().toList()));
        }
        return parse(nameOrFile, Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** The default table, {@value #DEFAULT}. */
    public static SaleConditionRules consolidatedTape() {
        try {
            return builtIn(DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name of the table: a built-in's or the file's. */
    public String name() {
        return name;
    }

    /**
     * All that decides over eligibility as one line of text, equal for equal rules: part of the digest that says whether
     * published results are still current.
     */
    public String fingerprint() {
        return new TreeMap<>(rows).toString();
    }

    /**
     * What a trade may update.
     *
     * @param symbol its symbol
     * @param conditions its codes, in any order
     * @param regularSession whether it happened within the regular session of its market
     */
    public TradeEffects effects(String symbol, List<String> conditions, boolean regularSession) {
        if (conditions.isEmpty() || rows.isEmpty() || symbol.indexOf(':') >= 0) {
            return TradeEffects.ALL;
        }
        boolean last = true;
        boolean highLow = true;
        boolean volume = true;
        for (String condition : conditions) {
            Row row = rows.get(condition);
            if (row != null) {
                last &= allows(row.last(), regularSession);
                highLow &= allows(row.highLow(), regularSession);
                volume &= allows(row.volume(), regularSession);
            }
        }
        return new TradeEffects(last, highLow, volume);
    }

    private static boolean allows(Rule rule, boolean regularSession) {
        return rule == Rule.ALWAYS || (rule == Rule.EXTENDED && !regularSession);
    }

    private static SaleConditionRules builtIn(String name) throws IOException {
        if (name.equals("none")) {
            return none();
        }
        try (InputStream table = SaleConditionRules.class.getResourceAsStream(name + ".csv")) {
            if (table == null) {
                throw new IOException("the table " + name + " is missing in this jar");
            }
            var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
            return parse(name, reader.lines().toList());
        }
    }

    private static SaleConditionRules parse(String name, List<String> lines) throws IOException {
        Map<String, Row> rows = new HashMap<>();
        boolean header = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String where = name + ", line " + (i + 1) + ": ";
            if (!header) {
                if (!line.equals(COLUMNS)) {
                    throw new IOException(where + "expected the columns " + COLUMNS + " but found " + line);
                }
                header = true;
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != 5) {
                throw new IOException(where + "expected 5 cells but found " + cells.length);
            }
            var row = new Row(rule(where, cells[2]), rule(where, cells[3]), rule(where, cells[4]));
            if (rows.put(cells[0].strip(), row) != null) {
                throw new IOException(where + "code " + cells[0].strip() + " is in the table twice");
            }
        }
        if (!header) {
            throw new IOException(name + ": the table is empty; expected the columns " + COLUMNS);
        }
        return new SaleConditionRules(name, rows);
    }

    private static Rule rule(String where, String cell) throws IOException {
        return switch (cell.strip()) {
            case "always" -> Rule.ALWAYS;
            case "never" -> Rule.NEVER;
            case "extended" -> Rule.EXTENDED;
            default -> throw new IOException(where + "expected always, never or extended but found " + cell.strip());
        };
    }
}
