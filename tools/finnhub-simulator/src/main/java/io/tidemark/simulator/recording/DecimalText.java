package io.tidemark.simulator.recording;

/** Decides whether a text can stand in a JSON document as a number just as it is. */
final class DecimalText {

    private final String text;
    private int at;

    private DecimalText(String text) {
        this.text = text;
    }

    /** Whether the text follows JSON's grammar for numbers (RFC 8259, section 6) from the first to the last character. */
    static boolean isJsonNumber(String text) {
        return new DecimalText(text).matches();
    }

    private boolean matches() {
        skip('-');
        if (!skip('0') && !digits()) {
            return false;
        }
        if (skip('.') && !digits()) {
            return false;
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            if (!digits()) {
                return false;
            }
        }
        return at == text.length();
    }

    private boolean skip(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > from;
    }
}
