package dev.plumbline.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A parent that is about to be killed: starts one child, says its number and waits for ever. */
public final class Ending {
    private Ending() {}

    /** The one argument is the child's log. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Child child =
                Supervisor.start().start(Command.of("child", List.of("sleep", "600"), Map.of(), Path.of(arguments[0])));
        System.out.println(child.pid());
        child.awaitEnd(java.time.Duration.ofMinutes(10));
    }
}
