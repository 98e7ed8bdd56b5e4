package io.tidemark.batch.profile;

/**
 * Numbers cut to a few significant decimal digits: {@code m * 10^e}. Powers of ten up to 10^22 are exact as doubles, so
 * that a cut number of few digits is the double that its decimal text stands for.
 */
final class Decimals {
    /** What a product may fall short of a whole number by and still count as it: binary fractions are not decimal ones. */
    static final double TOLERANCE = 1e-6;

    private static final double[] POWERS = powers("1e");
    private static final double[] NEGATIVE_POWERS = powers("1e-");
    /** Packs mantissa and exponent into a key whose order is that of the numbers, if mantissas have equal digits. */
    private static final int MANTISSA_BITS = 20;

    private static final int EXPONENT_OFFSET = 1024;

    private Decimals() {}

    /** The greatest {@code e} with {@code 10^e <= value}, for a value above zero and finite. */
    static int exponent(double value) {
        int guess = (int) Math.floor(Math.log10(value));
        if (power(guess) > value) {
            return guess - 1;
        }
        return power(guess + 1) <= value ? guess + 1 : guess;
    }

    /** {@code 10^e}. */
    static double power(int e) {
        if (e >= 0 && e < POWERS.length) {
            return POWERS[e];
        }
        if (e < 0 && -e < NEGATIVE_POWERS.length) {
            return NEGATIVE_POWERS[-e];
        }
        return Double.parseDouble("1e" + e);
    }

    /** {@code m * 10^e} as the nearest double, for powers that are exact. */
    static double value(long m, int e) {
        return e < 0 && -e < POWERS.length ? m / POWERS[-e] : m * power(e);
    }

    /** The greatest m with {@code m * 10^e <= value}, a little tolerance allowed. */
    static long units(double value, int e) {
        double units = e < 0 && -e < POWERS.length ? value * POWERS[-e] : value / power(e);
        return (long) Math.floor(units + TOLERANCE);
    }

    static long pack(long m, int e) {
        return ((long) (e + EXPONENT_OFFSET) << MANTISSA_BITS) | m;
    }

    static long mantissa(long packed) {
        return packed & ((1L << MANTISSA_BITS) - 1);
    }

    static int exponent(long packed) {
        return (int) (packed >>> MANTISSA_BITS) - EXPONENT_OFFSET;
    }

    private static double[] powers(String prefix) {
        var powers = new double[23];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Double.parseDouble(prefix + i);
        }
        return powers;
    }
}
