package dev.plumbline.e2e;

import dev.plumbline.local.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/operations/metrics.md: what a service is said to serve. */
final class MetricsTable {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final int CELLS = 5;

    private MetricsTable() {}

    /** A metric with the names of its labels and the services that have it. */
    record Row(String name, String type, Set<String> labels, Set<Service> services) {}

    static List<Row> read() {
        Path file = Path.of(System.getProperty("plumbline.root")).resolve("docs/operations/metrics.md");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(MetricsTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.substring(1).split("\\|", CELLS);
        if (cells.length < CELLS) {
            throw new IllegalStateException("Not a row of metrics.md: " + line);
        }
        return new Row(
                words(cells[0]).getFirst(), cells[1].strip(), new TreeSet<>(words(cells[2])), services(cells[3]));
    }

    private static List<String> words(String cell) {
        return CODE.matcher(cell).results().map(word -> word.group(1)).toList();
    }

    private static Set<Service> services(String cell) {
        return cell.strip().equals("all")
                ? Set.of(Service.values())
                : Arrays.stream(cell.strip().split(", "))
                        .map(name -> Service.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
    }
}
