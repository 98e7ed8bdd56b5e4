package io.tidemark.quality.scale;

import io.tidemark.quickstart.stack.Stack;

/** Watches how much memory a part holds while it runs, because nobody can ask when it has ended. */
final class PeakWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 200;

    private final Thread thread;
    private volatile long peakMebibytes;

    PeakWatch(Stack stack, String part) {
        thread = new Thread(() -> watch(stack, part), "peak-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** For people; complete once this is closed. */
    String describe() {
        return peakMebibytes > 0 ? "peak resident memory " + peakMebibytes + " MiB" : "";
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void watch(Stack stack, String part) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                stack.part(part).ifPresent(running -> Memory.peakMebibytes(running.pid())
                        .ifPresent(peak -> peakMebibytes = peak));
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            // close() was called.
            Thread.currentThread().interrupt();
        }
    }
}
