package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Stands where the jar of PostgreSQL and Kafka stands, as a real process. */
public final class FakeServers {
    private static final Duration LOOK_UP = Duration.ofMillis(50);

    private FakeServers() {}

    /** Its behaviour lies in a file beside its jar; another there, which may come later, says that PostgreSQL died. */
    public static void main(String[] arguments) throws IOException {
        Path behaviour = Path.of(System.getProperty("java.class.path")).resolveSibling("behaviour");
        String how = Files.exists(behaviour) ? Files.readString(behaviour) : "at localhost:2";
        if (how.equals("full")) {
            System.err.println("The disk of /data is full: 3 MiB are free, 256 MiB are needed.");
            System.exit(1);
        }
        System.out.println("READY {\"postgres\":{\"host\":\"localhost\",\"port\":1,\"user\":\"postgres\","
                + "\"password\":\"postgres\"},\"kafka\":\"" + how.substring("at ".length()) + "\"}");
        Path death = behaviour.resolveSibling("postgres-died");
        Thread.ofPlatform().daemon().start(() -> endWithPostgres(death));
        while (System.in.read() >= 0) {
            // Until its parent closes it.
        }
    }

    /** As the platform does, of which its own tests know. */
    private static void endWithPostgres(Path death) {
        while (!Files.exists(death)) {
            LockSupport.parkNanos(LOOK_UP.toNanos());
        }
        System.err.println("PostgreSQL ended by itself (see postgres.log)");
        System.exit(1);
    }
}
