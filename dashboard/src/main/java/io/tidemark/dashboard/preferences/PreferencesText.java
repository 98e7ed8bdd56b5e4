package io.tidemark.dashboard.preferences;

import io.tidemark.dashboard.widget.TimeZoneChoice;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Preferences as a JSON object, the same in the database and in a browser. */
public final class PreferencesText {
    /** Longer than anything written here; a browser may hold what it likes. */
    private static final int LONGEST = 65_536;

    private static final String FOR_GOOD = "for-good";
    private static final JsonMapper JSON = new JsonMapper();

    private PreferencesText() {}

    public static String write(Preferences preferences) {
        ObjectNode json = JSON.createObjectNode();
        json.put("theme", preferences.theme().code());
        json.put("density", preferences.density().code());
        json.put("zone", preferences.zone().code());
        ArrayNode pinned = json.putArray("pinned");
        preferences.watchlist().symbols().forEach(pinned::add);
        json.put("othersHidden", preferences.watchlist().othersHidden());
        Silence silence = preferences.alerts();
        if (silence.endless()) {
            json.put("silent", FOR_GOOD);
        } else if (!silence.equals(Silence.NONE)) {
            json.put("silent", silence.until().toString());
        }
        return json.toString();
    }

    /** Reads what was written by this version or another: what is missing or cannot be read counts as not set. */
    public static Preferences read(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Preferences.USUAL;
        }
        try {
            return read(JSON.readTree(text));
        } catch (JacksonException e) {
            return Preferences.USUAL;
        }
    }

    private static Preferences read(JsonNode json) {
        List<String> pinned = json.path("pinned")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        return new Preferences(
                Theme.of(text(json, "theme")).orElse(Theme.SYSTEM),
                Density.of(text(json, "density")).orElse(Density.COMFORTABLE),
                TimeZoneChoice.of(text(json, "zone")),
                new Pins(pinned, json.path("othersHidden").asBoolean(false)),
                silence(text(json, "silent")));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static Silence silence(String text) {
        if (text.equals(FOR_GOOD)) {
            return Silence.FOR_GOOD;
        }
        try {
            return text.isEmpty() ? Silence.NONE : new Silence(Instant.parse(text));
        } catch (DateTimeException e) {
            return Silence.NONE;
        }
    }
}
