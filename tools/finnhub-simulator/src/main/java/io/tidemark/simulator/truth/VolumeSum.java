package io.tidemark.simulator.truth;

import java.math.BigDecimal;

/** An exact sum of decimal volumes: whole numbers in a long, the rest as decimals. Not safe for several threads. */
final class VolumeSum {

    private static final int SAFE_DIGITS = 15;

    private long whole;
    private BigDecimal rest = BigDecimal.ZERO;

    /** Adds a volume given as a JSON number. */
    void add(String volume) {
        if (isShortInteger(volume)) {
            add(Long.parseLong(volume));
        } else {
            rest = rest.add(new BigDecimal(volume));
        }
    }

    void add(VolumeSum other) {
        add(other.whole);
        rest = rest.add(other.rest);
    }

    private void add(long amount) {
        long sum = whole + amount;
        if (sum < 0) {
            rest = rest.add(BigDecimal.valueOf(whole));
            sum = amount;
        }
        whole = sum;
    }

    private static boolean isShortInteger(String volume) {
        if (volume.length() > SAFE_DIGITS) {
            return false;
        }
        for (int i = 0; i < volume.length(); i++) {
            if (volume.charAt(i) < '0' || volume.charAt(i) > '9') {
                return false;
            }
        }
        return !volume.isEmpty();
    }

    /** The sum in plain digits, without trailing zeros after the point. */
    BigDecimal total() {
        BigDecimal total = rest.add(BigDecimal.valueOf(whole));
        BigDecimal stripped = total.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
