package dev.plumbline.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A child process that does not outlive this one. It ignores Ctrl-C and a closing terminal, which reach all processes
 * of a terminal at once: only its parent stops it, in the right order.
 */
public final class Child {
    /** The program starts only after the reaper knows of it; if this process dies before, the shell just ends. */
    private static final String GATE = "trap '' INT HUP; read -r go && exec \"$@\"";

    private static final Predicate<String> CONFIGURES = Pattern.compile(
                    "(QUARKUS|SMALLRYE|MP|KAFKA|PLUMBLINE|OTEL)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS")
            .asMatchPredicate();

    private final Command command;
    private final Process process;
    private volatile boolean ending;

    private Child(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @throws IOException if there is no such program, its log cannot be written, or the reaper is closed
     */
    public static Child start(Command command, Reaper reaper) throws IOException {
        Files.createDirectories(command.log().toAbsolutePath().getParent());
        List<String> line = new ArrayList<>(List.of("sh", "-c", GATE, "plumbline-child"));
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        if (!command.outputRead()) {
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        }
        builder.environment().keySet().removeIf(CONFIGURES);
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        long pid = process.pid();
        process.onExit().thenRun(() -> reaper.forget(pid));
        try {
            reaper.watch(pid);
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return new Child(command, process);
    }

    /** How people call it. */
    public String name() {
        return command.name();
    }

    /** Its number, for a signal from outside. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended with exit code 0. */
    public boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    /** Whether its end was asked for. */
    public boolean isEnding() {
        return ending;
    }

    /** Completes with this child once it has ended. */
    public CompletableFuture<Child> onExit() {
        return process.onExit().thenApply(ended -> this);
    }

    /** The next line of its standard output, null at its end; for a command whose output is read. */
    public @Nullable String readLine() throws IOException {
        return process.inputReader(StandardCharsets.UTF_8).readLine();
    }

    /** Asks it to end: SIGTERM. */
    public void terminate() {
        ending = true;
        // Not through the Process, which would close its input and output as well.
        process.toHandle().destroy();
    }

    /** Asks a child that watches its standard input to end. */
    public void closeInput() {
        ending = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It cannot be told this way (it may be gone already).
            terminate();
        }
    }

    /** Its end, whoever brings it about, is asked for from now on. */
    public void expectEnd() {
        ending = true;
    }

    /** Stops it where it is: SIGSTOP. It keeps all it has and does nothing. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on: SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("SIG%s cannot be sent to %s".formatted(name, name()));
        }
    }

    /** Ends it at once: SIGKILL. */
    public void kill() {
        ending = true;
        process.destroyForcibly();
    }

    /** Whether it ended within this time. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One sentence on how it ended, with the last thing it said. */
    public String obituary() {
        String last = lastLine().replaceFirst("\\.$", "");
        return "%s ended with exit code %d%s (see %s)."
                .formatted(name(), process.exitValue(), last.isEmpty() ? "" : ": " + last, command.log());
    }

    /** The last line of its log that says something, or nothing. */
    public String lastLine() {
        try (Stream<String> lines = Files.lines(command.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("WARNING:"))
                    .reduce("", (before, line) -> line)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
