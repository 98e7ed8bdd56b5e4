package io.tidemark.dashboard.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what comes over the push connection into messages. Each is preceded by its length in UTF-16 units and a bar, and
 * may come in several pieces or several in one.
 */
final class PushMessages {
    private static final int LONGEST_LENGTH = 10;

    private final StringBuilder pending = new StringBuilder();

    /**
     * The messages that this piece completes.
     *
     * @throws IllegalArgumentException when it does not begin with a length
     */
    List<String> take(CharSequence piece) {
        pending.append(piece);
        List<String> complete = new ArrayList<>();
        int at = 0;
        while (at < pending.length()) {
            int bar = pending.indexOf("|", at);
            if (bar < 0 && pending.length() - at <= LONGEST_LENGTH) {
                break;
            }
            int begin = bar + 1;
            int end = begin + length(at, bar);
            if (end > pending.length()) {
                break;
            }
            complete.add(pending.substring(begin, end));
            at = end;
        }
        pending.delete(0, at);
        return complete;
    }

    private int length(int from, int bar) {
        String digits = bar < 0 ? "" : pending.substring(from, bar).strip();
        if (digits.isEmpty()
                || digits.length() > LONGEST_LENGTH
                || !digits.chars().allMatch(Character::isDigit)) {
            String shown = pending.substring(from, Math.min(pending.length(), from + 40));
            throw new IllegalArgumentException("a push message must begin with its length: " + shown);
        }
        return Integer.parseInt(digits);
    }
}
