package dev.plumbline.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param name how people call it
 * @param line the program and its arguments
 * @param environment added to this process's own, without what would configure Java, Quarkus or Plumbline by accident
 * @param log takes standard error, and standard output unless that is read
 * @param outputRead whether {@link Child#readLine} reads standard output
 */
public record Command(String name, List<String> line, Map<String, String> environment, Path log, boolean outputRead) {
    /** Keeps its own copies. */
    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A program whose whole output goes to its log. */
    public static Command of(String name, List<String> line, Map<String, String> environment, Path log) {
        return new Command(name, line, environment, log, false);
    }
}
