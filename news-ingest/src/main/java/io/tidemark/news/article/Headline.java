package io.tidemark.news.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A headline reduced to the words that carry its meaning, in their order: lower case, without accents, punctuation,
 * articles and the like, labels in front ("Update 1:"), attributions ("- sources") and the publisher's name at the end.
 *
 * <p>Two headlines are near-identical when their words are the same in the same order, or when one has exactly one word
 * more, which is neither a number nor a negation. A word that is replaced makes another story: it mostly is the name, the
 * figure or the verdict ("beats" for "misses"). Headlines of less than {@value #FEWEST_WORDS} such words are too general
 * to be compared.
 *
 * @param words in their order
 */
public record Headline(List<String> words) {
    /** Below it a headline such as "Stocks to watch" says too little. */
    static final int FEWEST_WORDS = 5;

    /** Nobody's headline is longer; a text that is must not make thousands of keys. */
    private static final int MOST_WORDS = 40;

    private static final Set<String> EMPTY_WORDS = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "as", "by", "with", "its", "is", "are", "was",
            "be", "that", "this", "s");

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "without", "denies", "deny", "denied", "fails", "halts", "cancels", "wont");

    private static final Pattern LABEL =
            Pattern.compile("^(update\\s*\\d*|breaking( news)?|exclusive|watch|refile|corrected|factbox|analysis|"
                    + "live|just in)\\s*[-:\\u2013\\u2014]\\s*");

    /** Who says so: wires append it to a headline that others carry without it. */
    private static final Pattern ATTRIBUTION =
            Pattern.compile("\\s*[-,:\\u2013\\u2014]\\s*(reports?|sources?|(sources?|reports?) (say|says|said))$");

    private static final Pattern PUBLISHER = Pattern.compile("^(.+)\\s[-|\\u2013\\u2014]\\s+([^|]{2,40})$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['\\u2019]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d)");
    private static final Pattern DECIMALS = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    /** A sign belongs to a figure ("-3"), a dash between words to neither. */
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}_%$\\u20ac\\u00a3+-]+|(?<!\\p{Sc}|^|\\s)[+-]");

    private static final Pattern LOOSE_SIGNS = Pattern.compile("^[-_]+(?!\\d)|[-_+]+$");

    public Headline {
        words = List.copyOf(words);
    }

    /**
     * Takes a headline apart.
     *
     * @param source the publisher, whose name some feeds append
     */
    public static Headline of(String headline, String source) {
        String plain = MARKS.matcher(Normalizer.normalize(headline, Normalizer.Form.NFKD))
                .replaceAll("");
        String text = withoutPublisher(plain.toLowerCase(Locale.ROOT).strip(), source);
        text = ATTRIBUTION.matcher(LABEL.matcher(text).replaceFirst("")).replaceFirst("");
        text = APOSTROPHES.matcher(text).replaceAll("");
        text = DECIMALS.matcher(THOUSANDS.matcher(text).replaceAll("")).replaceAll("_");
        var words = GAPS.splitAsStream(text)
                .map(word -> LOOSE_SIGNS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .limit(MOST_WORDS)
                .toList();
        return new Headline(words);
    }

    /** From the form that {@link #text()} gives. */
    public static Headline parse(String text) {
        return new Headline(text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }

    public String text() {
        return String.join(" ", words);
    }

    /** Whether it says enough to be compared. */
    public boolean telling() {
        return words.size() >= FEWEST_WORDS;
    }

    /** The texts of all headlines that lack one word of this one and are near-identical to it. */
    public List<String> shorterTexts() {
        var keys = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size() && words.size() > FEWEST_WORDS; i++) {
            if (!weighty(words.get(i))) {
                var shorter = new ArrayList<>(words);
                shorter.remove(i);
                keys.add(String.join(" ", shorter));
            }
        }
        return keys;
    }

    private static boolean weighty(String word) {
        return NEGATIONS.contains(word) || word.chars().anyMatch(Character::isDigit);
    }

    /** Drops what follows the last dash or bar when it is the publisher's name, or part of its host's. */
    private static String withoutPublisher(String text, String source) {
        var match = PUBLISHER.matcher(text);
        if (!match.matches()) {
            return text;
        }
        String suffix = squashed(String.valueOf(match.group(2)));
        String publisher = squashed(source);
        boolean same = suffix.length() > 1 && (publisher.contains(suffix) || suffix.equals(publisher));
        return same ? String.valueOf(match.group(1)) : text;
    }

    /** A publisher's name without what differs from feed to feed: letters and digits only, lower case. */
    public static String squashed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
