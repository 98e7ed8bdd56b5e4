package io.tidemark.news.publish;

/** Kafka did not take everything; what it did not take is not remembered and comes again with the next round. */
public final class PublishFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PublishFailure(String message) {
        super(message);
    }
}
