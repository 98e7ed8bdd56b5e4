package io.tidemark.newsanalysis.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the lines of a file of companies, see {@link CompanyDirectory}. */
final class CompanyLines {
    private static final int MOST_FIELDS = 5;

    private final String file;

    CompanyLines(String file) {
        this.file = file;
    }

    /** The companies of all lines, or the first error. */
    List<Company> read(List<String> lines) {
        List<Company> companies = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.isBlank() || line.startsWith("#") || (index == 0 && line.startsWith("symbol,"))) {
                continue;
            }
            int number = index + 1;
            Company company = company(line, number);
            Integer before = seen.putIfAbsent(company.symbol(), number);
            if (before != null) {
                throw wrong(number, company.symbol() + " stands in line " + before + " already");
            }
            companies.add(company);
        }
        return companies;
    }

    private Company company(String line, int number) {
        List<String> fields = fields(line, number);
        if (fields.size() < 2 || fields.size() > MOST_FIELDS) {
            throw wrong(number, "symbol,name[,aliases[,words[,kind]]] wanted, found " + fields.size() + " field(s)");
        }
        String symbol = fields.get(0);
        String name = fields.get(1);
        if (symbol.isEmpty() || name.isEmpty()) {
            throw wrong(number, "symbol and name must not be empty");
        }
        List<String> aliases = list(field(fields, 2));
        Set<String> words = new LinkedHashSet<>(list(field(fields, 3)));
        var company = new Company(symbol, name, aliases, words, kind(field(fields, 4), number));
        for (String word : words) {
            if (!word.equals(company.ticker()) && !word.equals(name) && !aliases.contains(word)) {
                throw wrong(number, "\"" + word + "\" is neither the ticker, the name nor an alias of " + symbol);
            }
        }
        return company;
    }

    private CompanyKind kind(String text, int number) {
        if (text.isEmpty()) {
            return CompanyKind.COMPANY;
        }
        return Arrays.stream(CompanyKind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> wrong(number, "the kind \"" + text + "\" is none of company, broker, fund and coin"));
    }

    /** Fields of one line as RFC 4180 writes them; a field cannot go on in the next line. */
    private List<String> fields(String line, int number) {
        List<String> fields = new ArrayList<>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw wrong(number, "a quote is not closed");
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private CompanyFileException wrong(int line, String problem) {
        return new CompanyFileException(file + ", line " + line + ": " + problem);
    }
}
