package io.tidemark.newsanalysis.sentiment;

import java.util.List;
import java.util.function.BiConsumer;

/** Reads the lines of a word list, see {@link Lexicon}. */
final class LexiconLines {
    private static final double GREATEST = 4;
    private static final String WANTED =
            "a valence from -4 to 4, or one of: up N [N], down N [N], measured N, adverse [N], not [N], relieves [N],"
                    + " degree N, contrast, concedes";

    private final String file;

    LexiconLines(String file) {
        this.file = file;
    }

    /** Hands each entry to {@code entries}, in the order of the lines; stops at the first wrong line. */
    void read(List<String> lines, BiConsumer<List<String>, LexiconEntry> entries) {
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int number = index + 1;
            int tab = line.indexOf('\t');
            if (tab < 0) {
                throw wrong(number, "a word or phrase, a tab and its value wanted");
            }
            List<String> words = Sentence.words(line.substring(0, tab));
            if (words.isEmpty()) {
                throw wrong(number, "there is no word before the tab");
            }
            entries.accept(words, entry(line.substring(tab + 1).strip(), number));
        }
    }

    private LexiconEntry entry(String value, int line) {
        String[] parts = value.split("\\s+");
        String role = parts[0];
        if (isNumber(role) && parts.length == 1) {
            return new LexiconEntry.Valence(number(role, line));
        }
        int most =
                switch (role) {
                    case "up", "down" -> 2;
                    case "measured", "adverse", "not", "relieves", "degree" -> 1;
                    default -> 0;
                };
        if (parts.length - 1 > most) {
            throw wrong(line, "\"" + value + "\" is not " + WANTED);
        }
        return switch (role) {
            case "up" -> direction(parts, 1, line);
            case "down" -> direction(parts, -1, line);
            case "measured" -> new LexiconEntry.Measured(needed(parts, line));
            case "adverse" -> new LexiconEntry.Adverse(orZero(parts, line));
            case "not" -> new LexiconEntry.Negation(orZero(parts, line));
            case "relieves" -> new LexiconEntry.Relief(orZero(parts, line));
            case "degree" -> new LexiconEntry.Degree(needed(parts, line));
            case "contrast" -> new LexiconEntry.Contrast();
            case "concedes" -> new LexiconEntry.Concession();
            default -> throw wrong(line, "\"" + value + "\" is not " + WANTED);
        };
    }

    private LexiconEntry direction(String[] parts, int sign, int line) {
        double value = sign * needed(parts, line);
        return new LexiconEntry.Direction(value, parts.length > 2 ? number(parts[2], line) : value);
    }

    private double needed(String[] parts, int line) {
        if (parts.length < 2) {
            throw wrong(line, "\"" + parts[0] + "\" needs a number after it");
        }
        return number(parts[1], line);
    }

    private double orZero(String[] parts, int line) {
        return parts.length < 2 ? 0 : number(parts[1], line);
    }

    private double number(String text, int line) {
        if (!isNumber(text)) {
            throw wrong(line, "\"" + text + "\" is no number");
        }
        double value = Double.parseDouble(text);
        if (Math.abs(value) > GREATEST) {
            throw wrong(line, text + " is not between -4 and 4");
        }
        return value;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d+(\\.\\d+)?");
    }

    private LexiconFileException wrong(int line, String problem) {
        return new LexiconFileException(file + ", line " + line + ": " + problem);
    }
}
