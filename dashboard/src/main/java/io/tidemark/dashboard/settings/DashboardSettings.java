package io.tidemark.dashboard.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the program was told, checked.
 *
 * @param pace how often the database is asked
 * @param landing where the consumer tells of itself
 * @param login who may see the page
 */
public record DashboardSettings(
        Database database,
        Web web,
        Pace pace,
        Freshness freshness,
        Links links,
        Optional<URI> landing,
        Login login,
        Sessions sessions) {

    /** Where the bars are read. The password never appears in {@link #toString}. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /** Where the page listens. */
    public record Web(String address, int port) {}

    /**
     * How often the database is asked, for all browsers together.
     *
     * @param live pause between two looks for live prices and bars
     * @param rest pause between two looks for everything else
     */
    public record Pace(Duration live, Duration rest) {}

    /**
     * What the ages of data are called.
     *
     * @param live age up to which it is LIVE
     * @param delayed age up to which it is DELAYED; older is STALE
     */
    public record Freshness(Duration live, Duration delayed) {}

    /**
     * How many may read, and how long a session outlives its last page.
     *
     * @param perUser sessions of one user
     * @param total sessions of all
     */
    public record Sessions(Duration idle, int perUser, int total) {}

    /** Pages of the programs that the pipeline is made of, by name, in the order in which they are shown. */
    public record Links(Map<String, URI> pages) {
        public Links {
            pages = Collections.unmodifiableMap(new LinkedHashMap<>(pages));
        }
    }
}
