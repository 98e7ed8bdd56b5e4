package io.tidemark.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A setting that is given as text or as the name of the file that holds it. */
final class Secret {
    private Secret() {}

    /** The secret without white space around it; empty when none is given. Faults are added to the problems. */
    static String read(String name, @Nullable String text, @Nullable Path file, List<String> problems) {
        if (text != null && file != null) {
            problems.add(name + " and " + name + ".file are both given: one is enough");
            return "";
        }
        if (file == null) {
            return text == null ? "" : text;
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            problems.add(name + ".file: the file " + file + " cannot be read");
            return "";
        }
    }
}
