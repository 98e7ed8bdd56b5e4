package io.tidemark.batch.parse;

/**
 * CRC-32C of a whole from the CRCs of its parts, so that a file can be read in ranges and still be proved.
 *
 * <p>A CRC is the remainder of the message as a polynomial over GF(2). Appending n bytes multiplies what stands before by
 * x^(8n), so the joined CRC is {@code first * x^(8n) + second} modulo the polynomial; pre- and post-inversion cancel out.
 * Remainders are kept in reflected order: the highest bit is the coefficient of x^0.
 */
public final class Crc32cJoin {
    /** Castagnoli's polynomial, reflected. */
    private static final int POLYNOMIAL = 0x82F63B78;

    private static final int X_TO_0 = 1 << 31;
    private static final int X_TO_8 = 1 << 23;

    private Crc32cJoin() {}

    /**
     * CRC of two parts in a row.
     *
     * @param first CRC of the first part
     * @param second CRC of the second part
     * @param secondLength its bytes
     */
    public static long join(long first, long second, long secondLength) {
        int shifted = multiply((int) first, power(X_TO_8, secondLength));
        return Integer.toUnsignedLong(shifted ^ (int) second);
    }

    private static int power(int base, long exponent) {
        int result = X_TO_0;
        int square = base;
        for (long rest = exponent; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = X_TO_0; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            boolean overflow = (shifted & 1) != 0;
            shifted = (shifted >>> 1) ^ (overflow ? POLYNOMIAL : 0);
        }
        return product;
    }
}
