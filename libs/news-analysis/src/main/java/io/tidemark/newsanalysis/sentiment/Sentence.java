package io.tidemark.newsanalysis.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence as words.
 *
 * @param words of the sentence, at least one
 * @param question whether it ends in a question mark
 */
record Sentence(List<Word> words, boolean question) {
    /**
     * A number, a word, the end of a sentence, or a break within one; a dot within a word or number, or after an abbreviation
     * such as U.S., is none of these. Repeated groups are possessive: a group that may be given back takes a stack frame a turn,
     * and a text of thousands of turns would overflow the stack.
     */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>(?<![\\p{L}\\d])[+\\-\u2212]?[$\u20ac\u00a3]?\\d[\\d,]*(?:\\.\\d+)?)(?<percent> ?%| (?:percent|pct)\\b)?"
                    + "|(?<word>(?:\\p{L}\\.){2,}+|\\p{L}[\\p{L}\\d]*(?:[.&'\u2019][\\p{L}\\d]+)*+)"
                    + "|(?<end>[.!?;\\n]+)"
                    + "|(?<break>[,:()\\[\\]\u2013\u2014|]| -+ )");

    /** All sentences of a text. */
    static List<Sentence> all(String text) {
        List<Sentence> sentences = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        boolean broken = false;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String end = matcher.group("end");
            if (end != null) {
                finish(words, end.indexOf('?') >= 0, sentences);
                words = new ArrayList<>();
                broken = false;
            } else if (matcher.group("break") != null) {
                broken = true;
            } else {
                words.add(word(matcher, broken));
                broken = false;
            }
        }
        finish(words, false, sentences);
        return sentences;
    }

    /** The words of a phrase, as a text's are written. */
    static List<String> words(String phrase) {
        return all(phrase).stream()
                .flatMap(sentence -> sentence.words().stream())
                .map(Word::text)
                .toList();
    }

    private static void finish(List<Word> words, boolean question, List<Sentence> sentences) {
        if (!words.isEmpty()) {
            sentences.add(new Sentence(List.copyOf(words), question));
        }
    }

    private static Word word(Matcher matcher, boolean broken) {
        String number = matcher.group("number");
        if (number == null) {
            return new Word(withoutPossessive(matcher.group("word")), Word.Kind.WORD, false, broken);
        }
        char sign = number.charAt(0);
        boolean minus = sign == '-' || sign == '\u2212';
        boolean signed = minus || sign == '+';
        boolean percent = matcher.group("percent") != null;
        Word.Kind kind = !percent ? Word.Kind.NUMBER : signed ? Word.Kind.CHANGE : Word.Kind.PERCENTAGE;
        return new Word(number.replaceAll("^[^\\d]+", ""), kind, minus, broken);
    }

    private static String withoutPossessive(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        if (lower.endsWith(".")) {
            return lower.substring(0, lower.length() - 1);
        }
        return lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    }
}
