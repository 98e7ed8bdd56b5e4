package io.tidemark.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The images that the repository's Compose files and Dockerfiles name. */
final class ImageReferences {
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git");
    private static final Pattern COMPOSE_FILE = Pattern.compile("(docker-)?compose[\\w.-]*\\.ya?ml");
    private static final Pattern DOCKERFILE = Pattern.compile("Dockerfile.*|.*\\.Dockerfile");
    // An anchor stands before the name; an alias repeats one that is found at its anchor.
    private static final Pattern COMPOSE_IMAGE =
            Pattern.compile("(?m)^[^#\n]*?\\bimage:[ \\t]*(?:&\\S+[ \\t]+)?[\"']?([^\\s\"',*][^\\s\"',]*)");
    private static final Pattern ARGUMENT = Pattern.compile("(?mi)^\\s*ARG\\s+(\\w+)=[\"']?([^\\s\"']+)");
    private static final Pattern FROM =
            Pattern.compile("(?mi)^\\s*FROM\\s+(?:--platform=\\S+\\s+)?(\\S+)(?:\\s+AS\\s+(\\S+))?");
    private static final Pattern COPY_FROM = Pattern.compile("(?mi)^\\s*(?:COPY|ADD)\\b.*--from=(\\S+)");
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(\\w+)(?::?-((?:[^{}]|\\$\\{[^{}]*})*))?[^{}]*}|\\$(\\w+)");

    /** A name and the file that has it. */
    record Reference(Path file, String image) {}

    private ImageReferences() {}

    /** Finds all below {@code root}, but for the folder {@code except}. */
    static List<Reference> find(Path root, Path except) throws IOException {
        List<Reference> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean left = directory.equals(except)
                        || NOT_SOURCES.contains(directory.getFileName().toString());
                return left && !directory.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                Stream<String> images = Stream.empty();
                if (COMPOSE_FILE.matcher(name).matches()) {
                    images = inCompose(read(file));
                } else if (DOCKERFILE.matcher(name).matches()) {
                    images = inDockerfile(read(file));
                }
                images.map(image -> new Reference(root.relativize(file), image)).forEach(found::add);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** Values of {@code image:}, with the defaults of the variables in them. */
    static Stream<String> inCompose(String text) {
        return COMPOSE_IMAGE.matcher(text).results().map(image -> resolved(image.group(1), Map.of()));
    }

    /** What stages start from and files are copied from, but for stages and named contexts. */
    static Stream<String> inDockerfile(String text) {
        Map<String, String> arguments = new HashMap<>();
        ARGUMENT.matcher(text).results().forEach(argument -> arguments.put(argument.group(1), argument.group(2)));
        Set<String> stages = new HashSet<>(Set.of("scratch"));
        List<String> images = new ArrayList<>();
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            String image = resolved(from.group(1), arguments);
            if (!stages.contains(image)) {
                images.add(image);
            }
            if (from.group(2) != null) {
                stages.add(from.group(2));
            }
        }
        COPY_FROM
                .matcher(text)
                .results()
                .map(copy -> resolved(copy.group(1), arguments))
                // A context that the build is given has a plain name.
                .filter(source -> source.contains(":") || source.contains("/"))
                .forEach(images::add);
        return images.stream();
    }

    /** Puts in the value of each variable, or its default, or leaves it as it is written. */
    private static String resolved(String text, Map<String, String> values) {
        String before;
        String after = text;
        do {
            before = after;
            after = VARIABLE.matcher(before).replaceAll(variable -> Matcher.quoteReplacement(value(variable, values)));
        } while (!after.equals(before));
        return after;
    }

    private static String value(java.util.regex.MatchResult variable, Map<String, String> values) {
        String name = variable.group(1) == null ? variable.group(3) : variable.group(1);
        String fallback = variable.group(2) == null ? variable.group() : variable.group(2);
        return values.getOrDefault(name, fallback);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
