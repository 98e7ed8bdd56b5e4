package io.tidemark.newsanalysis.link;

/**
 * A word of a text.
 *
 * @param text as written, without a possessive ending
 * @param folded in lower case
 * @param possessive whether {@code 's} followed
 * @param opensSentence whether it is the first word, or follows the end of a sentence, a colon or a quotation mark
 * @param before the character right before it, a space at the beginning
 * @param after the character right after it, a space at the end
 */
record Token(String text, String folded, boolean possessive, boolean opensSentence, char before, char after) {

    boolean isCapitalized() {
        return !Character.isLowerCase(text.charAt(0));
    }

    boolean isUpperCase() {
        return text.chars().noneMatch(Character::isLowerCase) && text.chars().anyMatch(Character::isUpperCase);
    }

    /** Whether a name may end in its own {@code 's}: the key of {@code Lowe's}. */
    String possessiveKey() {
        return folded + "'s";
    }
}
