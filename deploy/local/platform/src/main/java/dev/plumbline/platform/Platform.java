package dev.plumbline.platform;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL and Kafka, says where on one line {@code READY {...}} of standard output, and runs until standard
 * input closes or SIGTERM comes. Exit code 0 after that, 1 with one sentence on standard error if it cannot run or one of
 * them ends by itself.
 */
public final class Platform {
    private Platform() {}

    /** See {@link Options}. */
    public static void main(String[] args) {
        try {
            Options options = Options.parse(args);
            Running running = new Running(Home.take(options), options);
            Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
            Thread.ofPlatform().name("input").start(Platform::exitWhenInputEnds);
            start(running);
        } catch (PlatformFailure e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail("The platform's folder cannot be used: " + e);
        } catch (InterruptedException e) {
            fail("The platform was interrupted while it started.");
        }
    }

    private static void start(Running running) throws IOException, InterruptedException {
        try {
            running.end().thenAccept(sentence -> endWith(running, sentence));
            System.out.println(running.start());
        } catch (PlatformFailure e) {
            // What breaks because the platform is being stopped is no news.
            if (!running.stopping()) {
                throw e;
            }
        }
    }

    /** Its sentence is the last thing that is said. */
    private static void endWith(Running running, String sentence) {
        if (!running.stopping()) {
            Thread.ofPlatform().name("end").start(() -> {
                running.stop();
                fail(sentence);
            });
        }
    }

    private static void exitWhenInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said on it; its end is the message.
            }
        } catch (IOException e) {
            System.err.println("Standard input broke: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void fail(@Nullable String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
