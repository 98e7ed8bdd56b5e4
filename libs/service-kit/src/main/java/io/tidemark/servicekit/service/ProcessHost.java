package io.tidemark.servicekit.service;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a service's process gives it and takes from it; tests lend another.
 *
 * @param environment its variables
 * @param out for help
 * @param err for wrong settings
 * @param shutdownHooks takes the thread that runs when the process is told to end
 * @param uncaught takes the handler of failures that no thread caught
 */
record ProcessHost(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Consumer<Thread> shutdownHooks,
        Consumer<Thread.UncaughtExceptionHandler> uncaught) {

    static ProcessHost real() {
        return new ProcessHost(
                System.getenv(),
                System.out,
                System.err,
                Runtime.getRuntime()::addShutdownHook,
                Thread::setDefaultUncaughtExceptionHandler);
    }
}
