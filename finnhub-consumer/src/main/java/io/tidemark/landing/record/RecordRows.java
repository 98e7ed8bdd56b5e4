package io.tidemark.landing.record;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns the records of one dataset into the rows of its files. */
public interface RecordRows {

    /**
     * Writes a record's row, with its line end.
     *
     * @param now wall clock, epoch ms: an event far beyond it has a wrong time
     * @param into what to write to; its content is undefined when the record is rejected
     */
    RowOutcome write(ConsumerRecord<byte[], byte[]> record, long now, RowBuffer into);
}
