package io.tidemark.dashboard.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What single trades tell of a symbol's date.
 *
 * @param profile cheapest first
 * @param valueArea null without trades that count as volume
 * @param sizes smallest first
 * @param distribution null as the value area
 */
public record SymbolInsights(
        List<ProfileBin> profile,
        @Nullable ValueArea valueArea,
        List<SizeBin> sizes,
        @Nullable SizeDistribution distribution) {
    /** Nothing is known. */
    public static final SymbolInsights EMPTY = new SymbolInsights(List.of(), null, List.of(), null);

    public SymbolInsights {
        profile = List.copyOf(profile);
        sizes = List.copyOf(sizes);
    }

    /** Volume of the trades between a price and that price plus a step. */
    public record ProfileBin(double price, double volume, long trades, boolean pointOfControl, boolean inValueArea) {}

    /**
     * The range around the price of the greatest volume that holds 70 % of it.
     *
     * @param low lower edge of the lowest bin
     * @param high lower edge of the highest bin, which ends a step above
     */
    public record ValueArea(double step, double pointOfControl, double low, double high, double volume) {}

    /** Trades of a size, which is cut down to three significant digits. */
    public record SizeBin(double size, long trades, double volume) {}

    /**
     * The sizes in figures.
     *
     * @param oddLots trades below 100 shares; null for what trades in units
     * @param oddLotShare of the trades, 0 to 1
     * @param deciles the nine of them, smallest first
     */
    public record SizeDistribution(
            long trades,
            double volume,
            @Nullable Long oddLots,
            @Nullable Double oddLotShare,
            double meanSize,
            List<Double> deciles,
            double maxSize) {
        public SizeDistribution {
            deciles = List.copyOf(deciles);
        }
    }
}
