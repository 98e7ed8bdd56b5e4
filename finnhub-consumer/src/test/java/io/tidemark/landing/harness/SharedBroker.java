package io.tidemark.landing.harness;

import io.tidemark.testkit.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker for all test classes of a run, handed to whoever has a parameter of its type; topics keep tests apart. */
public final class SharedBroker implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBroker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedBroker.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .kafka();
    }

    private record Running(TestBroker kafka, Path directory) implements AutoCloseable {

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("tidemark-broker-");
                TestBroker kafka = TestBroker.start(directory);
                ClassArchive.make(kafka);
                return new Running(kafka, directory);
            } catch (Exception e) {
                throw new IllegalStateException("no broker for the tests", e);
            }
        }

        @Override
        public void close() throws IOException {
            kafka.close();
            ClassArchive.deleteAll(directory);
        }
    }
}
