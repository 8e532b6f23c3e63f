package dev.plumbline.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The schemas and examples of the events that one service publishes. */
final class EventContracts {
    static final String FOLDER = "src/main/resources/contracts";
    private static final String SCHEMA_SUFFIX = ".schema.json";
    private static final Pattern TYPE = Pattern.compile("dev\\.plumbline\\.[a-z.-]+\\.v[1-9]\\d*");
    private static final Pattern EXAMPLE = Pattern.compile("(" + TYPE + ")\\.([1-9]\\d*)\\.json");

    private final Path folder;

    /** The contracts of the service in this folder. */
    EventContracts(Path service) {
        folder = service.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("No service with contracts: there is no folder " + folder);
        }
    }

    /** The event types that have a schema, sorted. */
    List<String> types() {
        return names(folder).stream()
                .filter(name -> name.endsWith(SCHEMA_SUFFIX))
                .map(name -> name.substring(0, name.length() - SCHEMA_SUFFIX.length()))
                // Another name is a part that schemas share.
                .filter(name -> TYPE.matcher(name).matches())
                .toList();
    }

    /** The examples of a type by their number. */
    List<Example> examples(String type) {
        List<Example> examples = new ArrayList<>();
        for (String name : names(folder.resolve("examples"))) {
            Matcher matcher = EXAMPLE.matcher(name);
            if (matcher.matches() && matcher.group(1).equals(type)) {
                examples.add(new Example(type, Integer.parseInt(matcher.group(2)), read("examples/" + name)));
            }
        }
        examples.sort(Comparator.comparingInt(Example::number));
        return examples;
    }

    /** What is wrong with this data of an event of a type; empty where nothing is. */
    List<String> faults(String type, String json) {
        Path schema = folder.resolve(type + SCHEMA_SUFFIX);
        return Files.isRegularFile(schema)
                ? JsonSchemas.faults(schema, json)
                : List.of("The type has no schema " + schema);
    }

    /** What is wrong with the committed files; empty where nothing is. */
    List<String> fileFaults() {
        List<String> faults = new ArrayList<>();
        for (String name : names(folder)) {
            if (name.endsWith(SCHEMA_SUFFIX)) {
                JsonSchemas.schemaFaults(folder.resolve(name)).forEach(fault -> faults.add(name + " " + fault));
            } else if (!name.equals("examples")) {
                faults.add(name + ": a contract is named <type>.schema.json");
            }
        }
        List<String> types = types();
        types.forEach(type -> faults.addAll(exampleFaults(type)));
        for (String name : names(folder.resolve("examples"))) {
            Matcher matcher = EXAMPLE.matcher(name);
            if (!matcher.matches()) {
                faults.add("examples/" + name + ": an example is named <type>.<n>.json");
            } else if (!types.contains(matcher.group(1))) {
                faults.add("examples/" + name + ": its type has no schema");
            }
        }
        return faults;
    }

    private List<String> exampleFaults(String type) {
        List<String> faults = new ArrayList<>();
        List<Example> examples = examples(type);
        List<Integer> numbers = examples.stream().map(Example::number).toList();
        if (numbers.isEmpty()) {
            faults.add(type + ": has no example");
        } else if (!numbers.equals(
                IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
            faults.add(type + ": its examples are numbered " + numbers + ", which is not 1 to " + numbers.size()
                    + "; an example is never removed");
        }
        for (Example example : examples) {
            faults(type, example.json()).forEach(fault -> faults.add("examples/" + example + ".json " + fault));
        }
        return faults;
    }

    private String read(String name) {
        return ProjectFiles.read(folder.resolve(name));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
