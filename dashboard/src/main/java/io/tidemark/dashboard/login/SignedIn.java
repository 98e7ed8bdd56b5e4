package io.tidemark.dashboard.login;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.tidemark.dashboard.settings.Login;
import io.tidemark.dashboard.shell.Account;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Whoever signed in, by the name that people know. */
@Component
@Profile({Login.Users.NAME, Login.Oidc.NAME})
final class SignedIn implements Account {
    private final AuthenticationContext context;

    SignedIn(AuthenticationContext context) {
        this.context = context;
    }

    /** A provider may give a name to somebody else one day, but never a subject. */
    @Override
    public Optional<String> id() {
        return ofProvider()
                .map(user -> user.getIssuer() + " " + user.getSubject())
                .or(context::getPrincipalName);
    }

    @Override
    public Optional<String> name() {
        return ofProvider().map(OidcUser::getPreferredUsername).or(context::getPrincipalName);
    }

    private Optional<OidcUser> ofProvider() {
        return context.getAuthenticatedUser(Object.class)
                .filter(OidcUser.class::isInstance)
                .map(OidcUser.class::cast);
    }

    @Override
    public void leave() {
        context.logout();
    }
}
