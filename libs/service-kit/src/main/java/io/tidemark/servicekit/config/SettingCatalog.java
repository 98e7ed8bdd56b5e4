package io.tidemark.servicekit.config;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that an interface declares: its methods are settings ({@link Doc}, {@link WithDefault}, {@link WithName})
 * or groups of them (methods that return another such interface). Names follow SmallRye Config's mapping rules; maps and
 * optional groups are not supported.
 */
public final class SettingCatalog {
    private final List<Setting> settings;

    private SettingCatalog(List<Setting> settings) {
        this.settings = List.copyOf(settings);
    }

    /**
     * Reads the declaration.
     *
     * @param defaults defaults that go above the declared ones, by name
     * @throws IllegalArgumentException when a setting has no {@link Doc}, or {@code defaults} names an unknown one
     */
    public static SettingCatalog of(Class<?> type, Map<String, String> defaults) {
        var found = new ArrayList<Setting>();
        collect(type, "", defaults, found);
        found.sort(Comparator.comparing(Setting::name));
        var catalog = new SettingCatalog(found);
        for (String name : defaults.keySet()) {
            if (catalog.find(name).isEmpty()) {
                throw new IllegalArgumentException("a default for an unknown setting: " + name);
            }
        }
        return catalog;
    }

    /** Sorted by name. */
    public List<Setting> settings() {
        return settings;
    }

    public Optional<Setting> find(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** Every name that may be given, the {@code .file} forms of secrets among them. */
    public Set<String> names() {
        return settings.stream()
                .flatMap(setting ->
                        setting.secret() ? Stream.of(setting.name(), setting.fileName()) : Stream.of(setting.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(Class<?> type, String prefix, Map<String, String> defaults, List<Setting> into) {
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            String name = prefix + nameOf(method);
            if (isGroup(method.getReturnType())) {
                collect(method.getReturnType(), name + ".", defaults, into);
            } else if (into.stream().noneMatch(known -> known.name().equals(name))) {
                into.add(setting(name, method, defaults));
            }
        }
    }

    private static Setting setting(String name, Method method, Map<String, String> defaults) {
        Doc doc = method.getAnnotation(Doc.class);
        if (doc == null) {
            throw new IllegalArgumentException("setting " + name + " has no @Doc: " + method);
        }
        WithDefault declared = method.getAnnotation(WithDefault.class);
        String defaultValue =
                defaults.containsKey(name) ? defaults.get(name) : declared == null ? null : declared.value();
        boolean optional = method.getReturnType() == Optional.class;
        RequiredUnless unless = method.getAnnotation(RequiredUnless.class);
        return new Setting(
                name,
                doc.value(),
                defaultValue,
                optional,
                kind(method.getGenericReturnType()),
                unless == null ? null : unless.value());
    }

    private static Setting.Kind kind(Type type) {
        Type value = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        if (value == SecretValue.class) {
            return Setting.Kind.SECRET;
        }
        return value == boolean.class || value == Boolean.class ? Setting.Kind.FLAG : Setting.Kind.PLAIN;
    }

    private static String nameOf(Method method) {
        WithName name = method.getAnnotation(WithName.class);
        return name == null ? StringUtil.skewer(method.getName()) : name.value();
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface()
                && !type.getName().startsWith("java.")
                && Stream.of(type.getMethods()).anyMatch(method -> method.getParameterCount() == 0);
    }
}
