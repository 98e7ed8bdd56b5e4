package io.tidemark.dashboard.load;

/** Closes something also when the program is broken off. */
final class AtExit implements AutoCloseable {
    private final Thread hook;

    private AtExit(Thread hook) {
        this.hook = hook;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static AtExit close(AutoCloseable open) {
        return new AtExit(new Thread(
                () -> {
                    try {
                        open.close();
                    } catch (Exception e) {
                        System.err.println("could not end cleanly: " + e);
                    }
                },
                "at-exit"));
    }

    /** From here on whoever opened it closes it. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
