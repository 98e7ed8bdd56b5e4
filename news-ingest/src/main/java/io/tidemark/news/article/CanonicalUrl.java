package io.tidemark.news.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form in which two addresses of one page are equal: https, host in lower case without {@code www.}, {@code m.} or
 * {@code amp.}, no fragment, no parameter that only tells where the reader came from, the others sorted, no slash at the
 * end. Never fetched and never published, only compared.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "cmpid",
            "cmp",
            "ncid",
            "ocid",
            "icid",
            "smid",
            "sr_share",
            "ref",
            "ref_src",
            "referrer",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            ".tsrc",
            "tsrc",
            "yptr",
            "soc_src",
            "soc_trk",
            "mod",
            "partner",
            "taid",
            "traffic_source",
            "feedtype",
            "feedname",
            "spm",
            "amp",
            "outputtype",
            "_ga",
            "_gl",
            "__source");

    private static final String TRACKING_PREFIXES = "^(utm_|mkt_|pk_|piwik_|hsa_|at_|oly_|vero_|wt\\.|s_cid).*";

    private CanonicalUrl() {}

    /** Empty for anything that is no address of a page below a site's front page. */
    public static String of(String url) {
        URI uri;
        try {
            uri = new URI(url.strip().replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            return "";
        }
        String scheme = Objects.toString(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = Objects.toString(uri.getHost(), "").toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !(scheme.equals("http") || scheme.equals("https"))) {
            return "";
        }
        String path = Objects.toString(uri.getRawPath(), "").replaceFirst("/+$", "");
        String query = withoutTracking(Objects.toString(uri.getRawQuery(), ""));
        if (path.isEmpty() && query.isEmpty()) {
            // The front page is where careless feeds send everybody: it names no story.
            return "";
        }
        boolean usualPort = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
        return "https://" + host.replaceFirst("^(www|m|amp)\\.(?=.+\\.)", "") + (usualPort ? "" : ":" + uri.getPort())
                + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String withoutTracking(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || name.matches(TRACKING_PREFIXES);
    }
}
