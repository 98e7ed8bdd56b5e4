package io.tidemark.contracts.landing;

/**
 * One file of a segment, as it was when it was synced to disk.
 *
 * @param temporaryName path below the dataset's directory until the rename, hidden from readers by a leading dot
 * @param finalName path below the dataset's directory after it, for example
 *     {@code dt=2026-11-22/hour=14/trades-2-00000000000000001234.csv}
 * @param rows records in it, without the header
 * @param bytes length, with the header
 * @param crc32c CRC-32C of all its bytes, as an unsigned number
 * @param minEventTime smallest event time in it, epoch ms; 0 in a quarantine file
 * @param maxEventTime largest event time in it, epoch ms; 0 in a quarantine file
 */
public record LandedFile(
        String temporaryName,
        String finalName,
        long rows,
        long bytes,
        long crc32c,
        long minEventTime,
        long maxEventTime) {}
