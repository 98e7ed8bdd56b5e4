package io.tidemark.quickstart.stack;

import java.util.List;
import java.util.stream.Stream;

/** Options of a JVM 17 that runs Spark 3.5: what Spark's own launcher adds to every JVM that it starts. */
final class SparkJvm {
    static final List<String> OPTIONS = Stream.concat(
                    Stream.of(
                                    "java.base/java.lang",
                                    "java.base/java.lang.invoke",
                                    "java.base/java.lang.reflect",
                                    "java.base/java.io",
                                    "java.base/java.net",
                                    "java.base/java.nio",
                                    "java.base/java.util",
                                    "java.base/java.util.concurrent",
                                    "java.base/java.util.concurrent.atomic",
                                    "java.base/jdk.internal.ref",
                                    "java.base/sun.nio.ch",
                                    "java.base/sun.nio.cs",
                                    "java.base/sun.security.action",
                                    "java.base/sun.util.calendar",
                                    "java.security.jgss/sun.security.krb5")
                            .map(opened -> "--add-opens=" + opened + "=ALL-UNNAMED"),
                    Stream.of("-XX:+IgnoreUnrecognizedVMOptions", "-Djdk.reflect.useDirectMethodHandle=false"))
            .toList();

    private SparkJvm() {}
}
