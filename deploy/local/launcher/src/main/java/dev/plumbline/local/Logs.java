package dev.plumbline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** One file per process; those of the run before stay beside them, ending in {@code .1}. */
final class Logs {
    /** Held, because the logging framework holds its loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /** Makes room for a new run, and sends what libraries of this process say to a file instead of the console. */
    static void begin(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path log : logs(folder)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        FileHandler file = new FileHandler(folder.resolve("launcher.log").toString());
        file.setFormatter(new SimpleFormatter());
        ROOT.addHandler(file);
        ROOT.setLevel(Level.WARNING);
    }

    private static List<Path> logs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            // The build's log is of this run already.
            return files.filter(file -> file.toString().endsWith(".log") && !file.endsWith("build.log"))
                    .toList();
        }
    }
}
