package io.tidemark.quality.recording;

/**
 * Where the trades of a recording got to.
 *
 * @param inFile rows of the recording
 * @param sent by the simulator
 * @param received by finnhub-ingest
 * @param acknowledged by Kafka
 * @param landed rows in committed files
 * @param quarantined records that landing refused
 * @param read rows that the batch job read
 * @param counted rows that entered bars
 * @param symbolHours hours of symbols in which anything was sent
 * @param unequalSymbolHours of those, hours in which the batch read another number of rows than were sent
 */
record Counts(
        long inFile,
        long sent,
        long received,
        long acknowledged,
        long landed,
        long quarantined,
        long read,
        long counted,
        long symbolHours,
        long unequalSymbolHours) {

    /** Whether every trade got to the end once: sent = received = landed + quarantined, and all that landed was read. */
    boolean conserved() {
        return inFile == sent
                && sent == received
                && received == acknowledged
                && acknowledged == landed + quarantined
                && landed == read
                && unequalSymbolHours == 0;
    }
}
