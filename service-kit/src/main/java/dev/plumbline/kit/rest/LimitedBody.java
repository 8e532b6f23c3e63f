package dev.plumbline.kit.rest;

import dev.plumbline.kit.problem.KitError;
import dev.plumbline.kit.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body of which no more is read than a service takes, and for no longer than it waits. */
final class LimitedBody extends FilterInputStream {
    private final long most;
    private final long deadline;
    private long taken;
    private boolean isRefused;

    LimitedBody(InputStream body, long most, Duration within) {
        super(body);
        this.most = most;
        this.deadline = System.nanoTime() + within.toNanos();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    /** The server's stream reads to the end before it closes, and would wait for what is no longer wanted. */
    @Override
    public void close() throws IOException {
        if (!isRefused) {
            super.close();
        }
    }

    private void count(int read) {
        taken += read;
        if (taken > most) {
            throw refused(new KitError.PayloadTooLarge(most));
        }
        // A client that sends a byte now and then is never late for the next one.
        if (read > 0 && System.nanoTime() - deadline > 0) {
            throw refused(new KitError.IncompleteBody());
        }
    }

    private ProblemException refused(KitError error) {
        isRefused = true;
        return new ProblemException(error);
    }
}
