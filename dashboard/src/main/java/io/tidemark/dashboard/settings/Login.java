package io.tidemark.dashboard.settings;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may see the page. */
public sealed interface Login {

    /** The Spring profile of this way to sign in. */
    String profile();

    /**
     * Whoever knows a user's password.
     *
     * @param hashes of passwords by the user's name, each as {@code {bcrypt}$2a$12$...}
     */
    record Users(Map<String, String> hashes) implements Login {
        /** Its profile. */
        public static final String NAME = "users";

        public Users {
            hashes = Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
        }

        @Override
        public String profile() {
            return NAME;
        }

        /** Names, no hashes. */
        @Override
        public String toString() {
            return "Users" + hashes.keySet();
        }
    }

    /** Whoever an OpenID Connect provider lets in. The secret never appears in {@link #toString}. */
    record Oidc(URI issuer, String clientId, String clientSecret) implements Login {
        /** Its profile. */
        public static final String NAME = "oidc";

        @Override
        public String profile() {
            return NAME;
        }

        @Override
        public String toString() {
            return "Oidc[issuer=" + issuer + ", clientId=" + clientId + "]";
        }
    }

    /** Everybody who reaches the page, which is nobody from another machine. */
    enum Open implements Login {
        INSTANCE;

        /** Its profile. */
        public static final String NAME = "open";

        @Override
        public String profile() {
            return NAME;
        }
    }
}
