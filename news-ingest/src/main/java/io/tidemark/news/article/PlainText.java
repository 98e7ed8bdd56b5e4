package io.tidemark.news.article;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text out of the HTML that feeds put into titles and descriptions: for reading and counting, not for display. */
public final class PlainText {
    /** Longest headline that is published, in characters. */
    public static final int HEADLINE = 1_000;
    /** Longest summary that is published, in characters. */
    public static final int SUMMARY = 8_000;

    private static final Pattern INVISIBLE =
            Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->|<!\\[CDATA\\[|\\]\\]>");
    /** A tag begins with a letter, so that "2 < 3" stays. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("hellip", "\u2026"),
            Map.entry("euro", "\u20ac"),
            Map.entry("pound", "\u00a3"),
            Map.entry("copy", "\u00a9"),
            Map.entry("reg", "\u00ae"),
            Map.entry("trade", "\u2122"));

    private PlainText() {}

    /** Without tags, entities, control characters and repeated spaces; cut after {@code longest} characters. */
    public static String of(String html, int longest) {
        // Markup grows text; what lies beyond this would be cut anyway.
        String text = html.substring(0, Math.min(html.length(), 8 * longest));
        text = INVISIBLE.matcher(text).replaceAll(" ");
        text = decoded(TAG.matcher(text).replaceAll(" "));
        text = text.replaceAll("[\\p{Cntrl}\\p{Zs}\\u200b\\ufeff]+", " ").strip();
        return text.length() <= longest ? text : cut(text, longest);
    }

    private static String cut(String text, int longest) {
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
    }

    private static String character(String name, String asIs) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, asIs);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        boolean character = Character.isValidCodePoint(point) && !(point >= 0xD800 && point <= 0xDFFF);
        return character ? Character.toString(point) : asIs;
    }
}
