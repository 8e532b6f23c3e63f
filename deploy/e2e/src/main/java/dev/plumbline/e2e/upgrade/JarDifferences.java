package dev.plumbline.e2e.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Compares what two builds have packaged, byte for byte: every jar that lies in a {@code target} folder and everything below
 * a {@code quarkus-app}. Of a jar that differs it says which entries do. Needs nothing but the JDK, so that it runs from
 * its source.
 */
public final class JarDifferences {
    private final Path one;
    private final Path other;
    private final List<String> found = new ArrayList<>();

    private JarDifferences(Path one, Path other) {
        this.one = one;
        this.other = other;
    }

    /** Prints what differs between the builds in two folders; exit code 1 if anything does. */
    public static void main(String[] folders) throws IOException {
        Path one = Path.of(folders[0]);
        Path other = Path.of(folders[1]);
        List<String> found = between(one, other);
        found.forEach(System.out::println);
        System.out.printf("%d files compared, %d differences%n", packaged(one).size(), found.size());
        if (!found.isEmpty()) {
            System.exit(1);
        }
    }

    /** What differs, a line each. */
    static List<String> between(Path one, Path other) throws IOException {
        JarDifferences differences = new JarDifferences(one, other);
        differences.compare();
        return List.copyOf(differences.found);
    }

    /**
     * The packaged files of a build, relative to its root.
     *
     * @throws IllegalArgumentException if there is none: two builds that made nothing are not the same
     */
    static Set<Path> packaged(Path root) throws IOException {
        Set<Path> packaged = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(JarDifferences::isPackaged)
                    .forEach(packaged::add);
        }
        if (packaged.isEmpty()) {
            throw new IllegalArgumentException("Nothing is packaged in " + root);
        }
        return packaged;
    }

    private static boolean isPackaged(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return false;
        }
        boolean isJar = folder.endsWith("target") && file.toString().endsWith(".jar");
        return isJar
                || Stream.iterate(folder, at -> at != null, Path::getParent)
                        .anyMatch(at -> at.endsWith("target/quarkus-app"));
    }

    private void compare() throws IOException {
        Set<Path> ours = packaged(one);
        Set<Path> theirs = packaged(other);
        Set<Path> all = new TreeSet<>(ours);
        all.addAll(theirs);
        for (Path file : all) {
            if (!ours.contains(file) || !theirs.contains(file)) {
                found.add(file + ": is in one of the two alone");
            } else if (Files.mismatch(one.resolve(file), other.resolve(file)) >= 0) {
                compare(file);
            }
        }
    }

    private void compare(Path file) throws IOException {
        if (!file.toString().endsWith(".jar")) {
            found.add("%s: differs from byte %d on"
                    .formatted(file, Files.mismatch(one.resolve(file), other.resolve(file))));
            return;
        }
        int before = found.size();
        try (ZipFile ours = new ZipFile(one.resolve(file).toFile());
                ZipFile theirs = new ZipFile(other.resolve(file).toFile())) {
            compareEntries(file, ours, theirs);
        }
        if (found.size() == before) {
            found.add(file + ": the same entries, packed otherwise");
        }
    }

    private void compareEntries(Path file, ZipFile ours, ZipFile theirs) throws IOException {
        Map<String, ZipEntry> here = entries(ours);
        Map<String, ZipEntry> there = entries(theirs);
        if (here.keySet().equals(there.keySet()) && !List.copyOf(here.keySet()).equals(List.copyOf(there.keySet()))) {
            found.add(file + ": its entries have another order");
        }
        Set<String> names = new TreeSet<>(here.keySet());
        names.addAll(there.keySet());
        for (String name : names) {
            ZipEntry entry = here.get(name);
            ZipEntry counterpart = there.get(name);
            if (entry == null || counterpart == null) {
                found.add("%s!%s: is in one of the two alone".formatted(file, name));
            } else if (!Arrays.equals(bytes(ours, entry), bytes(theirs, counterpart))) {
                found.add("%s!%s: has other bytes".formatted(file, name));
            } else if (entry.getTime() != counterpart.getTime()) {
                found.add("%s!%s: has another time".formatted(file, name));
            }
        }
    }

    /** In the order in which they lie. */
    private static Map<String, ZipEntry> entries(ZipFile jar) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            entries.put(entry.getName(), entry);
        }
        return entries;
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
