package dev.plumbline.local.platform;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A built repository whose jars are stand-ins. What they leave behind is found by its path. */
public record FakeRepository(Path root) {
    /** Puts a jar where each real one is. */
    public static FakeRepository create(Path root) throws IOException {
        FakeRepository repository = new FakeRepository(root.toRealPath());
        for (Service service : Service.values()) {
            jar(repository.jar(service), FakeService.class);
        }
        jar(repository.serversJar(), FakeServers.class);
        return repository;
    }

    /** The same with the real PostgreSQL and Kafka. */
    public static FakeRepository withRealServers(Path root) throws IOException {
        FakeRepository repository = create(root);
        Path real = Path.of(System.getProperty("plumbline.root"), "deploy/local/platform/target/platform.jar");
        jar(
                repository.serversJar(),
                "dev.plumbline.platform.Platform",
                real.toUri().toString());
        behave(repository.jar(Service.DECISION), "has the topic");
        repository.shareProgramsOfPostgres();
        return repository;
    }

    /** Unpacking them anew takes longer than all the rest. */
    private void shareProgramsOfPostgres() throws IOException {
        Path shared =
                Path.of(System.getProperty("java.io.tmpdir"), "plumbline-postgres-" + System.getProperty("user.name"));
        Files.createDirectories(shared);
        Files.createDirectories(sharedPrograms().getParent());
        Files.createSymbolicLink(sharedPrograms(), shared);
    }

    /** Lets go of what it shares with others, before its folder is removed. */
    public void close() throws IOException {
        Files.deleteIfExists(sharedPrograms());
    }

    private Path sharedPrograms() {
        return root.resolve(".plumbline/local/data/servers/programs");
    }

    /** The jar of a service. */
    public Path jar(Service service) {
        return root.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The jar of PostgreSQL and Kafka. */
    public Path serversJar() {
        return root.resolve("deploy/local/platform/target/platform.jar");
    }

    /** Makes the program of this jar behave otherwise from its next start on. */
    public static void behave(Path jar, String how) throws IOException {
        Files.writeString(jar.resolveSibling("behaviour"), how);
    }

    /** The processes that name this repository. */
    public List<Long> processes() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .filter(handle -> handle.info().commandLine().orElse("").contains(root.toString()))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Puts a program of the tests where this jar is. */
    public static void jar(Path file, Class<?> program) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        jar(file, program.getName(), classPath);
    }

    private static void jar(Path file, String program, String classPath) throws IOException {
        Files.createDirectories(file.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }

    /** The first of five free ports in a row. */
    public static int fivePorts() {
        return LoopbackPorts.free(5).getFirst();
    }
}
