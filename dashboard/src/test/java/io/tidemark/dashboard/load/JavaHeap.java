package io.tidemark.dashboard.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running Java program for its heap, by the JDK's own jcmd. */
final class JavaHeap {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private JavaHeap() {}

    /** What is in use after a full collection, in MiB. */
    static double usedMebibytes(ProcessHandle java) throws IOException, InterruptedException {
        jcmd(java, "GC.run");
        return used(jcmd(java, "GC.heap_info"));
    }

    /** Sum over the generations; metaspace is told apart and is not heap. */
    static double used(String heapInfo) {
        int metaspace = heapInfo.indexOf("Metaspace");
        Matcher used = USED.matcher(metaspace < 0 ? heapInfo : heapInfo.substring(0, metaspace));
        long kibibytes = 0;
        boolean found = false;
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
            found = true;
        }
        if (!found) {
            throw new IllegalStateException("jcmd says nothing of the heap: " + heapInfo);
        }
        return kibibytes / 1024.0;
    }

    private static String jcmd(ProcessHandle java, String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(java.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + " failed: " + answer);
        }
        return answer;
    }
}
