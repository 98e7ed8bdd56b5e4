package io.tidemark.ingest.subscription;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Acts on what the feed refuses; errors that concern no symbol are only told. */
public final class FeedErrors {
    private static final Logger LOG = LoggerFactory.getLogger(FeedErrors.class);
    private static final String TOO_MANY = "subscribing to too many symbols";
    private static final String INVALID = "invalid symbol ";
    private static final int MAX_LENGTH = 200;

    private final Subscriptions subscriptions;
    private final UnaryOperator<String> mask;
    private volatile String last = "";

    /**
     * Makes a handler.
     *
     * @param mask takes the key out of a text, should the feed repeat it
     */
    public FeedErrors(Subscriptions subscriptions, UnaryOperator<String> mask) {
        this.subscriptions = subscriptions;
        this.mask = mask;
    }

    public void onError(String message) {
        String text = forPeople(message);
        last = text;
        if (startsWith(message, TOO_MANY)) {
            Optional<String> givenUp = subscriptions.onOverLimit();
            LOG.warn("{}: giving up {}", text, givenUp.orElse("nothing, for nothing is subscribed"));
        } else if (startsWith(message, INVALID)
                && subscriptions.onInvalid(message.substring(INVALID.length()).strip())) {
            LOG.warn("{}: trying again later", text);
        } else {
            LOG.warn("the feed reports an error: {}", text);
        }
    }

    /** The latest error in the feed's words, empty when there was none. */
    public String last() {
        return last;
    }

    /** A message from outside may hold anything: masked, one line, not too long. */
    private String forPeople(String message) {
        String line = mask.apply(message).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
    }

    private static boolean startsWith(String text, String lowerCasePrefix) {
        return text.regionMatches(true, 0, lowerCasePrefix, 0, lowerCasePrefix.length());
    }
}
