package io.tidemark.dashboard.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads who may see the page. No message repeats what might be a password. */
final class LoginReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 10;
    private static final String HOW = ": make one by `java -jar dashboard.jar --hash-password`";

    private final Function<Setting, String> values;
    private final List<String> problems;

    LoginReader(Function<Setting, String> values, List<String> problems) {
        this.values = values;
        this.problems = problems;
    }

    /** What is set; anything when that is wrong, which is then among the problems. */
    Login read() {
        return switch (value(Setting.LOGIN_MODE)) {
            case "users" -> users();
            case "oidc" -> oidc();
            case "open" -> open();
            case "open-behind-loopback" -> Login.Open.INSTANCE;
            default -> {
                problems.add("login.mode: expected users, oidc, open or open-behind-loopback, got \""
                        + value(Setting.LOGIN_MODE) + "\"");
                yield Login.Open.INSTANCE;
            }
        };
    }

    private Login open() {
        String address = value(Setting.SERVER_ADDRESS);
        if (!loopback(address)) {
            problems.add(
                    "login.mode: open lets everybody in and is for loopback alone, but server.address is " + address
                            + ": set server.address to 127.0.0.1, or let readers sign in (login.mode users or oidc). Where"
                            + " others cannot reach that address, as in a container whose port is published on 127.0.0.1, say"
                            + " so by login.mode=open-behind-loopback");
        }
        return Login.Open.INSTANCE;
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // It will not be listened on; it is not loopback in any case.
            return false;
        }
    }

    private Login users() {
        Map<String, String> users = new LinkedHashMap<>();
        String inline = value(Setting.LOGIN_USERS);
        if (!inline.isEmpty()) {
            List.of(inline.split(",")).forEach(user -> add(user, "login.users", users));
        }
        String file = value(Setting.LOGIN_USERS_FILE);
        if (!file.isEmpty()) {
            addFile(file, users);
        }
        if (inline.isEmpty() && file.isEmpty()) {
            problems.add("login.users is required: --login.users=NAME={bcrypt}HASH or LOGIN_USERS, or a file of such"
                    + " lines by --login.users-file=FILE or LOGIN_USERS_FILE" + HOW
                    + ". Without any login, on this machine alone: --login.mode=open");
        }
        return new Login.Users(users);
    }

    private void addFile(String file, Map<String, String> users) {
        int before = problems.size() + users.size();
        try {
            Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> add(line, "login.users-file", users));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("login.users-file: " + file + " cannot be read: " + e.getMessage());
        }
        if (problems.size() + users.size() == before) {
            problems.add("login.users-file: " + file + " names no user");
        }
    }

    private void add(String user, String setting, Map<String, String> users) {
        int equals = user.indexOf('=');
        String name = equals < 0 ? "" : user.substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            problems.add(setting + ": expected NAME={bcrypt}HASH, the name of letters, digits and . _ @ -");
            return;
        }
        String hash = user.substring(equals + 1).strip();
        var form = HASH.matcher(hash);
        if (!form.matches()) {
            problems.add(setting + ": the password of " + name
                    + " is plain text or no bcrypt hash; only hashes are kept" + HOW);
        } else if (Integer.parseInt(form.group(1)) < LEAST_COST) {
            problems.add(setting + ": the hash of " + name + " has a cost below " + LEAST_COST + HOW);
        } else if (users.putIfAbsent(name, hash) != null) {
            problems.add(setting + ": " + name + " is there twice");
        }
    }

    private Login oidc() {
        URI issuer = URI.create("https://localhost");
        String text = required(Setting.OIDC_ISSUER);
        if (!text.isEmpty()) {
            try {
                issuer = SettingsReader.webPage(text);
            } catch (IllegalArgumentException e) {
                problems.add("oidc.issuer: " + e.getMessage());
            }
        }
        return new Login.Oidc(issuer, required(Setting.OIDC_CLIENT_ID), secret());
    }

    private String secret() {
        String file = value(Setting.OIDC_CLIENT_SECRET_FILE);
        if (!value(Setting.OIDC_CLIENT_SECRET).isEmpty() || file.isEmpty()) {
            return required(Setting.OIDC_CLIENT_SECRET);
        }
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (secret.isEmpty()) {
                problems.add("oidc.client-secret-file: " + file + " holds no secret");
            }
            return secret;
        } catch (IOException | IllegalArgumentException e) {
            problems.add("oidc.client-secret-file: " + file + " cannot be read: " + e.getMessage());
            return "";
        }
    }

    private String required(Setting setting) {
        String value = value(setting);
        if (value.isEmpty()) {
            problems.add(setting.key() + " is required by login.mode=oidc: --" + setting.key() + "=VALUE or "
                    + setting.environmentName());
        }
        return value;
    }

    private String value(Setting setting) {
        return values.apply(setting);
    }
}
