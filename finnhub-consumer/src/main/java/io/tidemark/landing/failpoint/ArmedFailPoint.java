package io.tidemark.landing.failpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One point at which the process dies, fails or waits. For tests only. */
public final class ArmedFailPoint implements FailPoints {
    private static final Logger LOG = LoggerFactory.getLogger(ArmedFailPoint.class);

    /** What happens at the point. */
    public enum Action {
        /** The process ends at once, as by {@code kill -9}: no shutdown hook, no flush. */
        HALT,
        /** The step throws, as when the disk reports an error. */
        FAIL,
        /** The process waits for a byte (or the end) on its standard input. */
        PAUSE
    }

    private final FailPoint point;
    private final Action action;
    private int hitsBefore;

    private ArmedFailPoint(FailPoint point, Action action, int hitsBefore) {
        this.point = point;
        this.action = action;
        this.hitsBefore = hitsBefore;
    }

    /**
     * Reads {@code <point>[:<action>][@<n>]}: act at the n-th time the point is reached (default the first, by halt).
     *
     * @throws IllegalArgumentException when there is no such point or action; the message lists those there are
     */
    public static ArmedFailPoint parse(String specification) {
        String[] nameAndCount = specification.split("@", 2);
        String[] nameAndAction = nameAndCount[0].split(":", 2);
        int count = nameAndCount.length == 2 ? Integer.parseInt(nameAndCount[1]) : 1;
        Action action = nameAndAction.length == 2 ? constant(Action.class, nameAndAction[1]) : Action.HALT;
        return new ArmedFailPoint(constant(FailPoint.class, nameAndAction[0]), action, count - 1);
    }

    @Override
    public void reach(FailPoint reached) throws IOException {
        if (reached != point || --hitsBefore >= 0) {
            return;
        }
        hitsBefore = Integer.MAX_VALUE;
        LOG.warn("Fail point {}: {}", point.label(), action.name().toLowerCase(Locale.ROOT));
        switch (action) {
            case HALT -> Runtime.getRuntime().halt(137);
            case FAIL -> throw new IOException("fail point " + point.label());
            case PAUSE -> LOG.warn("Fail point {}: resumed by {}", point.label(), System.in.read());
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String label) {
        String name = label.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FailPoints.PROPERTY + ": no " + label + " among "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(", "))));
    }
}
