package io.tidemark.dashboard.login;

/**
 * What the browser may load and run. Scripts come from here alone, and those within the page carry the answer's own
 * nonce. Two things Vaadin 25.2 cannot do without: {@code unsafe-eval}, because Flow's client makes functions of the
 * expressions that the server sends, and {@code unsafe-inline} for styles, which the components put into the page.
 */
final class ContentPolicy {
    private static final String COMMON = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'; script-src 'self'";

    /** Of every answer but the page itself. */
    static final String WITHOUT_INLINE_SCRIPTS = COMMON;

    private ContentPolicy() {}

    /** Of a page whose own scripts carry a nonce. */
    static String of(String nonce) {
        return COMMON + " 'nonce-" + nonce + "' 'unsafe-eval'";
    }
}
