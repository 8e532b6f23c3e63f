package dev.plumbline.local.platform;

/** Takes what the person who waits should know, one line at a time. */
@FunctionalInterface
public interface Progress {
    /** For those who do not want to know. */
    Progress SILENT = line -> {};

    /** Says one line. */
    void say(String line);
}
