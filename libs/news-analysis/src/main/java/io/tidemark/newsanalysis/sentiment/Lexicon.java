package io.tidemark.newsanalysis.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and phrases with what they do to a sentence's sentiment; immutable.
 *
 * <p>A word list has one entry a line: a word or phrase, a tab, and a valence from -4 (worst) to 4 (best), 0 for "says nothing".
 * In place of a valence it may say what the entry does:
 *
 * <ul>
 *   <li>{@code up N [M]}, {@code down N [M]}: a direction of strength N, good or bad by what moves; M where nothing adverse moves
 *   <li>{@code measured N}: a direction only with a number beside it
 *   <li>{@code adverse [M]}: a thing of which less is better; M where nothing moves it
 *   <li>{@code not [M]}: turns around what follows; M where nothing follows
 *   <li>{@code relieves [M]}: turns around what is bad near it; M where nothing is
 *   <li>{@code degree N}: strengthens (N above 0) or weakens the word next to it by the share N
 *   <li>{@code contrast} as "but" does, {@code concedes} as "despite" does
 * </ul>
 *
 * <p>Case does not matter, hyphens part words, a possessive ending is left out. Later lines win over earlier ones. Empty lines
 * and lines that begin with {@code #} are skipped.
 */
public final class Lexicon {
    private static final String VADER = "vader-lexicon.tsv";
    private static final String FINANCE = "finance-lexicon.tsv";

    private final Map<List<String>, LexiconEntry> entries;

    private Lexicon(Map<List<String>, LexiconEntry> entries) {
        this.entries = entries;
    }

    /** VADER's words, corrected and completed by the finance list. */
    public static Lexicon bundled() {
        Map<List<String>, LexiconEntry> entries = new LinkedHashMap<>();
        for (String file : List.of(VADER, FINANCE)) {
            new LexiconLines(file).read(resource(file), entries::put);
        }
        return new Lexicon(entries);
    }

    /**
     * This lexicon with the entries of a user's file, which win.
     *
     * @throws LexiconFileException when the file cannot be read or a line is wrong; the message names file and line
     */
    public Lexicon with(Path userFile) {
        List<String> lines;
        try {
            lines = Files.readAllLines(userFile, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new LexiconFileException(
                    "The word list " + userFile + " cannot be read as UTF-8: " + failure, failure);
        }
        Map<List<String>, LexiconEntry> merged = new LinkedHashMap<>(entries);
        new LexiconLines(userFile.toString()).read(lines, merged::put);
        return new Lexicon(merged);
    }

    /** How many words and phrases it knows. */
    public int size() {
        return entries.size();
    }

    PhraseTree tree() {
        return new PhraseTree(entries);
    }

    private static List<String> resource(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + Lexicon.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }
}
