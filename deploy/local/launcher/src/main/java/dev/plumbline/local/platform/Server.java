package dev.plumbline.local.platform;

import java.util.Locale;

/** What the services need. */
public enum Server {
    /** The databases. */
    POSTGRES,
    /** The topics. */
    KAFKA;

    /** Its name on a command line and in the data folder. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
