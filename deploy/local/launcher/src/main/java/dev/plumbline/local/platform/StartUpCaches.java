package dev.plumbline.local.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Caches of classes loaded and linked in a run before (JEP 483, JEP 514), one for each JVM of the platform. A JVM starts
 * from one only with the same JDK, options and jars, and otherwise ignores it without a word: a stamp beside the caches
 * tells what they were made of.
 *
 * @param folder where they lie; null for none
 * @param use what the JVMs do with them
 */
public record StartUpCaches(@Nullable Path folder, Use use) {
    private static final String STAMP = "made-of";
    private static final String NOTED = ".noted";
    private static final StartUpCaches NONE = new StartUpCaches(null, Use.START);

    /** What a JVM does with its cache. */
    public enum Use {
        /** Starts from it, if it is there. */
        START,
        /** Runs, and at its end notes what it has loaded. */
        RECORD,
        /** Makes the cache of what was noted, and runs nothing. */
        WRITE
    }

    /** JVMs without caches. */
    public static StartUpCaches none() {
        return NONE;
    }

    /** JVMs that start from the caches in this folder, as far as there are any. */
    public static StartUpCaches from(Path folder) {
        return new StartUpCaches(folder, Use.START);
    }

    /** The same caches, used otherwise. */
    public StartUpCaches to(Use other) {
        return new StartUpCaches(folder, other);
    }

    /** The options of a JVM that has this name among those of the platform. */
    List<String> options(String jvm) {
        if (folder == null) {
            return List.of();
        }
        Path cache = cache(folder, jvm);
        String noted = "-XX:AOTConfiguration=" + folder.resolve(jvm + NOTED);
        return switch (use) {
            case START -> Files.exists(cache) ? with("-XX:AOTCache=" + cache) : List.of();
            case RECORD -> with("-XX:AOTMode=record", noted);
            case WRITE -> with("-XX:AOTMode=create", noted, "-XX:AOTCache=" + cache);
        };
    }

    /** What the JVM says of its cache goes to its log: standard output may be read by the one who has started it. */
    private static List<String> with(String... options) {
        List<String> all = new ArrayList<>(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        all.addAll(List.of(options));
        return all;
    }

    /** Whether the caches were made of what would be started now; without a folder there is nothing to make. */
    public boolean areCurrent(Layout layout) throws IOException {
        if (folder == null) {
            return true;
        }
        try {
            return Files.readString(folder.resolve(STAMP)).equals(ingredients(layout));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Notes that the caches are made of what would be started now, and removes what they were made from. */
    public void stamp(Layout layout) throws IOException {
        if (folder != null) {
            try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + NOTED)) {
                for (Path note : notes) {
                    Files.delete(note);
                }
            }
            Path unfinished = folder.resolve(STAMP + ".new");
            Files.writeString(unfinished, ingredients(layout));
            Files.move(unfinished, folder.resolve(STAMP), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Which of the services' caches are not there: a JVM may end well and leave none. */
    public List<Path> missing() {
        return folder == null
                ? List.of()
                : Arrays.stream(Service.values())
                        .map(service -> cache(folder, service.title()))
                        .filter(Files::notExists)
                        .toList();
    }

    private static Path cache(Path folder, String jvm) {
        return folder.resolve(jvm + ".aot");
    }

    /** Removes the caches. */
    public void clear() throws IOException {
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The JDK, the options and every jar with its size and time, which is what the JVM compares. */
    private static String ingredients(Layout layout) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(Java.program(), Runtime.version().toString(), String.join(" ", layout.serviceJava())));
        List<Path> folders = new ArrayList<>(
                List.of(ServersProcess.jar(layout), ServersProcess.jar(layout).resolveSibling("lib")));
        for (Service service : Service.values()) {
            folders.add(service.jar(layout.repository()).getParent());
        }
        for (Path jars : folders) {
            lines.addAll(jarsBelow(jars));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> jarsBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
                lines.add("%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        return lines;
    }
}
