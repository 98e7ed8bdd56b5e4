package io.tidemark.dashboard.widget;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the page says, from one bundle ({@code texts.properties}), so that another language is another file. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("texts", Locale.ROOT);

    private Texts() {}

    /**
     * A text as it stands in the bundle.
     *
     * @throws java.util.MissingResourceException for a key that is not there
     */
    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /** A text whose places {@code {0}}, {@code {1}} are filled; numbers are given as they are to be read. */
    public static String of(String key, Object first, Object... others) {
        Object[] places = new Object[others.length + 1];
        places[0] = first.toString();
        for (int i = 0; i < others.length; i++) {
            places[i + 1] = others[i].toString();
        }
        return new MessageFormat(of(key), Locale.ROOT).format(places);
    }
}
