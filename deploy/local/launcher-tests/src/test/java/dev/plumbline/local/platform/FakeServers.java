package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands where the jar of PostgreSQL and Kafka stands, as a real process. */
public final class FakeServers {
    private FakeServers() {}

    /** Its behaviour lies in a file beside its jar. */
    public static void main(String[] arguments) throws IOException {
        Path behaviour = Path.of(System.getProperty("java.class.path")).resolveSibling("behaviour");
        String how = Files.exists(behaviour) ? Files.readString(behaviour) : "at localhost:2";
        if (how.equals("full")) {
            System.err.println("The disk of /data is full: 3 MiB are free, 256 MiB are needed.");
            System.exit(1);
        }
        System.out.println("READY {\"postgres\":{\"host\":\"localhost\",\"port\":1,\"user\":\"postgres\","
                + "\"password\":\"postgres\"},\"kafka\":\"" + how.substring("at ".length()) + "\"}");
        while (System.in.read() >= 0) {
            // Until its parent closes it.
        }
    }
}
