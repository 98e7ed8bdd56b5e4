package io.tidemark.speed.news.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a headline: its words and its pairs of neighbouring words, in lower case, each once. A word keeps the marks
 * that are part of a name ({@code s&p}, {@code u.s}, {@code brk.b}, {@code 10-k}); {@code $} and {@code #} before it and
 * {@code 's} after it go. Stop words are no terms and part their neighbours, as punctuation does. A number says nothing
 * alone and much in a pair: {@code s&p 500}, {@code 500 jobs}.
 */
final class HeadlineTerms {
    private static final int MAX_LENGTH = 40;
    /** A word; or a mark that parts words. Signs of currency and percent belong to numbers and are left out. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<word>[\\p{L}\\p{N}]+(?:[.,&'’/+-][\\p{L}\\p{N}]+)*)|(?<mark>[^\\s$#%€£\\p{L}\\p{N}])");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,/+-]+");

    private final Set<String> stopWords = stopWords();

    /** Terms in alphabetical order. */
    SortedSet<String> of(String headline) {
        SortedSet<String> terms = new TreeSet<>();
        @Nullable String previous = null;
        Matcher tokens = TOKEN.matcher(headline.toLowerCase(Locale.ROOT));
        while (tokens.find()) {
            @Nullable String word = term(tokens.group("word"));
            if (word != null) {
                boolean number = NUMBER.matcher(word).matches();
                if (!number) {
                    terms.add(word);
                }
                if (previous != null && !(number && NUMBER.matcher(previous).matches())) {
                    terms.add(previous + ' ' + word);
                }
            }
            previous = word;
        }
        return terms;
    }

    /** Number of words of a term. */
    static int words(String term) {
        return term.indexOf(' ') < 0 ? 1 : 2;
    }

    private @Nullable String term(@Nullable String token) {
        if (token == null) {
            return null;
        }
        String plain = token.replace('’', '\'');
        if (stopWords.contains(plain)) {
            return null;
        }
        String word = POSSESSIVE.matcher(plain).replaceFirst("");
        boolean fits = word.length() <= MAX_LENGTH
                && (word.length() > 1 || NUMBER.matcher(word).matches());
        return fits && !stopWords.contains(word) ? word : null;
    }

    private static Set<String> stopWords() {
        String file = "stop-words.txt";
        try (InputStream in = HeadlineTerms.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing beside " + HeadlineTerms.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
