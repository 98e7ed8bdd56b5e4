package io.tidemark.ingest.frame;

/**
 * One message of the feed as it came off the wire, with what makes its contents identifiable.
 *
 * @param connection id of the connection, unique over all connections of all processes
 * @param number of the frame within the connection, from 1
 * @param text the message, untouched
 * @param receivedAt when it was read, epoch ms
 */
public record FinnhubFrame(String connection, long number, String text, long receivedAt) {

    /** For people: where a record in this frame came from. */
    public String origin() {
        return "finnhub connection " + connection + " frame " + number;
    }

    /** Identity of a trade in this frame. */
    String tradeId(int index) {
        return connection + "-" + number + "-" + index;
    }
}
