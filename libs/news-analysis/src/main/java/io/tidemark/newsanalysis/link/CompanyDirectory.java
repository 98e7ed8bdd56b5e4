package io.tidemark.newsanalysis.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The companies, funds and coins that stories are linked to; immutable.
 *
 * <p>A file of companies is CSV in UTF-8 with the columns {@code symbol,name,aliases,words,kind}, of which the last three may
 * be left out. Several aliases or words are separated by {@code |}; {@code words} are those of the ticker, the name and the
 * aliases that are ordinary words as well ({@code Target}, {@code NOW}); {@code kind} is one of {@link CompanyKind} in lower
 * case. A name or alias matches the words of a text one by one: where it begins with a capital the text must, too, where it is
 * all capitals so must the text, and lower case matches any. Empty lines and lines that begin with {@code #} are skipped.
 */
public final class CompanyDirectory {
    private static final String COMPANIES = "companies.csv";
    private static final String LOOKALIKES = "lookalikes.txt";

    private final Map<String, Company> companies;
    private final List<String> lookalikes;

    private CompanyDirectory(Map<String, Company> companies, List<String> lookalikes) {
        this.companies = companies;
        this.lookalikes = List.copyOf(lookalikes);
    }

    /** Well-known US companies, large funds and the main crypto pairs, as they come with this class. */
    public static CompanyDirectory bundled() {
        Map<String, Company> companies = new LinkedHashMap<>();
        new CompanyLines(COMPANIES).read(WordList.lines(COMPANIES)).forEach(it -> companies.put(it.symbol(), it));
        return new CompanyDirectory(companies, WordList.entries(LOOKALIKES));
    }

    /**
     * This directory with the lines of a user's file: a symbol that is known already is replaced, others are added.
     *
     * @throws CompanyFileException when the file cannot be read or a line is wrong; the message names file and line
     */
    public CompanyDirectory with(Path userFile) {
        List<String> lines;
        try {
            lines = Files.readAllLines(userFile, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new CompanyFileException(
                    "The file of companies " + userFile + " cannot be read as UTF-8: " + failure, failure);
        }
        Map<String, Company> merged = new LinkedHashMap<>(companies);
        new CompanyLines(userFile.toString()).read(lines).forEach(it -> merged.put(it.symbol(), it));
        return new CompanyDirectory(merged, lookalikes);
    }

    /** All entries, in the order of the files. */
    public Collection<Company> companies() {
        return List.copyOf(companies.values());
    }

    /** Phrases that hold a company's name and mean something else: {@code price target}. */
    List<String> lookalikes() {
        return lookalikes;
    }
}
