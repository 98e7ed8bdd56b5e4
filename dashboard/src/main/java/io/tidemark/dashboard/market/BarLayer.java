package io.tidemark.dashboard.market;

/** Where a bar comes from. */
public enum BarLayer {
    /** Settled by a batch run. */
    BATCH("batch"),
    /** Live, not confirmed by a batch run yet. */
    SPEED("speed"),
    /** A longer bar that the boundary runs through: some of its minutes are settled, the others live. */
    MERGED("merged");

    private final String code;

    BarLayer(String code) {
        this.code = code;
    }

    /**
     * The layer of a code.
     *
     * @throws IllegalArgumentException when no layer has it
     */
    public static BarLayer of(String code) {
        for (BarLayer layer : values()) {
            if (layer.code.equals(code)) {
                return layer;
            }
        }
        throw new IllegalArgumentException("no layer is called \"" + code + "\"");
    }

    /** How the layer is named in the database. */
    public String code() {
        return code;
    }
}
