package dev.plumbline.helm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that the images are built from, read as far as its tests need.
 *
 * @param arguments what stands before the first stage
 * @param stages in their order
 */
record Dockerfile(List<Instruction> arguments, List<Stage> stages) {
    private static final Pattern STAGE = Pattern.compile("(\\S+) AS (\\S+)");
    private static final Pattern HEREDOC = Pattern.compile("<<'?(\\w+)'?");

    /**
     * One line, with those that continue it; of a heredoc, all of it.
     *
     * @param name such as COPY
     */
    record Instruction(String name, String rest) {}

    /**
     * From one FROM to the next.
     *
     * @param base an image, or the stage that it goes on from
     */
    record Stage(String name, String base, List<Instruction> instructions) {
        Stream<String> all(String instruction) {
            return instructions.stream()
                    .filter(one -> one.name().equals(instruction))
                    .map(Instruction::rest);
        }

        /** The last one of this name; empty if there is none. */
        String last(String instruction) {
            return all(instruction).reduce("", (before, after) -> after);
        }
    }

    static Dockerfile read() {
        List<Instruction> arguments = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        for (Instruction instruction : instructions(Project.read(Project.root().resolve("deploy/images/Dockerfile"))
                .lines()
                .iterator())) {
            if (instruction.name().equals("FROM")) {
                Matcher stage = STAGE.matcher(instruction.rest());
                if (!stage.matches()) {
                    throw new IllegalArgumentException("A stage without a name: " + instruction);
                }
                stages.add(new Stage(stage.group(2), stage.group(1), new ArrayList<>()));
            } else if (stages.isEmpty()) {
                arguments.add(instruction);
            } else {
                stages.getLast().instructions().add(instruction);
            }
        }
        return new Dockerfile(arguments, stages);
    }

    Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no stage " + name));
    }

    /** A stage and those it goes on from, beginning with the first. */
    List<Stage> line(String name) {
        List<Stage> line = new ArrayList<>();
        line.add(stage(name));
        while (stages.stream()
                .anyMatch(stage -> stage.name().equals(line.getFirst().base()))) {
            line.addFirst(stage(line.getFirst().base()));
        }
        return line;
    }

    /** What an instruction says that is inherited, such as USER. */
    String inherited(String name, String instruction) {
        return line(name).stream()
                .map(stage -> stage.last(instruction))
                .reduce("", (before, after) -> after.isEmpty() ? before : after);
    }

    private static List<Instruction> instructions(Iterator<String> lines) {
        List<Instruction> instructions = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            StringBuilder all = new StringBuilder(line.strip());
            while (all.charAt(all.length() - 1) == '\\') {
                all.setLength(all.length() - 1);
                all.append(lines.next().strip());
            }
            Matcher heredoc = HEREDOC.matcher(all);
            if (heredoc.find()) {
                String end = heredoc.group(1);
                for (String more = lines.next(); !more.equals(end); more = lines.next()) {
                    all.append('\n').append(more);
                }
            }
            String[] parts = all.toString().split(" ", 2);
            instructions.add(new Instruction(parts[0], parts[1]));
        }
        return instructions;
    }
}
