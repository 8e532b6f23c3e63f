package dev.plumbline.local.platform;

import dev.plumbline.local.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A full disk is behind many a death, and no log says so well. */
final class Disk {
    private static final long NEARLY_NOTHING = 16L << 20;

    private Disk() {}

    /** One sentence on why this child ended by itself. */
    static String explain(Path data, Child child) {
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < NEARLY_NOTHING) {
                return "The disk of %s is full (%d MiB are free), and %s ended."
                        .formatted(data, free >> 20, child.name());
            }
        } catch (IOException e) {
            return child.obituary() + " (" + data + " cannot be read: " + e.getMessage() + ")";
        }
        return child.obituary();
    }
}
