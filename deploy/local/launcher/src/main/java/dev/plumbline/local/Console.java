package dev.plumbline.local;

import dev.plumbline.local.issuer.DemoUsers;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.Servers;
import dev.plumbline.local.platform.Service;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the person at the terminal reads. */
final class Console implements Progress {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    /** Where everything is. */
    void map(LocalPlatform platform, Layout layout) {
        List<String> lines = new ArrayList<>(List.of(""));
        String label = "Swagger UI";
        for (Service service : Service.values()) {
            lines.add(row(label, platform.url(service) + "/q/swagger-ui  " + service.about()));
            label = "";
        }
        Servers servers = platform.servers();
        lines.add(row("Users", String.join(", ", DemoUsers.names())));
        lines.add(row("", "(a user's password is the name)"));
        lines.add(row(
                "Token",
                "curl -s " + platform.issuerUrl() + "/token -d grant_type=password -d client_id=plumbline"
                        + " -d username=recruiter -d password=recruiter"));
        lines.add(row(
                "PostgreSQL",
                "localhost:" + servers.postgresPort() + ", databases job, assessment, interview, decision"
                        + " (user and password are the same word)"));
        lines.add(row("Kafka", servers.kafka()));
        lines.add(row("Logs", relative(layout, layout.logs())));
        lines.forEach(this::say);
    }

    private static String relative(Layout layout, Path path) {
        return layout.repository().relativize(path).toString();
    }

    private static String row(String label, String text) {
        return "  %-11s %s".formatted(label, text);
    }
}
