package dev.plumbline.local;

import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The platform that runs now, one after the other; after {@link #stop} none runs. */
final class Current {
    private @Nullable LocalPlatform platform;
    private boolean stopped;

    /** @throws LocalFailure if all was stopped */
    synchronized LocalPlatform prepare(Layout layout, Progress progress) throws IOException {
        if (stopped) {
            throw new LocalFailure("Plumbline is being stopped.");
        }
        LocalPlatform prepared = LocalPlatform.prepare(layout, progress);
        platform = prepared;
        return prepared;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    void stop() {
        LocalPlatform last;
        synchronized (this) {
            stopped = true;
            last = platform;
        }
        if (last != null) {
            last.close();
        }
    }
}
