package io.tidemark.servicekit.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a service, taken apart but not yet checked against the known settings.
 *
 * @param values by name, from {@code --name=value}
 * @param configFile from {@code --config=FILE}
 * @param help whether {@code --help} or {@code -h} is among them
 * @param problems arguments that have neither form
 */
record CommandLine(Map<String, String> values, @Nullable String configFile, boolean help, List<String> problems) {

    private static final String CONFIG = "config";

    static CommandLine parse(List<String> arguments, SettingCatalog catalog) {
        var values = new LinkedHashMap<String, String>();
        var problems = new ArrayList<String>();
        boolean help = false;
        for (String argument : arguments) {
            if (argument.equals("--help") || argument.equals("-h")) {
                help = true;
            } else if (!argument.startsWith("--")) {
                problems.add("unexpected argument \"" + argument + "\": settings are given as --name=value");
            } else {
                put(argument.substring(2), catalog, values, problems);
            }
        }
        return new CommandLine(values, values.remove(CONFIG), help, problems);
    }

    private static void put(String pair, SettingCatalog catalog, Map<String, String> values, List<String> problems) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        boolean flag = catalog.find(name)
                .filter(setting -> setting.kind() == Setting.Kind.FLAG)
                .isPresent();
        if (equals < 0 && !flag && (name.equals(CONFIG) || catalog.names().contains(name))) {
            problems.add("--" + name + " needs a value: --" + name + "=VALUE");
            return;
        }
        String value = equals < 0 ? "true" : pair.substring(equals + 1);
        if (values.put(name, value) != null) {
            problems.add("--" + name + " is given twice");
        }
    }
}
