package dev.plumbline.platform;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses to run as root; on Linux it is then started in a user namespace, where it is not. */
final class UserNamespaces {
    private UserNamespaces() {}

    /** Says so in one sentence where that cannot work, rather than letting PostgreSQL fail in a riddle. */
    static void check() throws InterruptedException {
        if (!System.getProperty("user.name", "").equals("root")
                || !System.getProperty("os.name", "").startsWith("Linux")) {
            return;
        }
        try {
            Process trial = new ProcessBuilder("unshare", "-U", "id", "-u")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0) {
                return;
            }
        } catch (IOException e) {
            throw refusal(e);
        }
        throw refusal(null);
    }

    private static PlatformFailure refusal(@Nullable Throwable cause) {
        PlatformFailure failure = new PlatformFailure("PostgreSQL does not run as root, and this machine has no user"
                + " namespaces (unshare -U) to run it in: start Plumbline as another user.");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
