package dev.plumbline.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.local.decisions.DecisionFeed;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.sample.Api;
import dev.plumbline.local.sample.Endpoints;
import dev.plumbline.local.sample.Sample;
import dev.plumbline.local.sample.Stories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The command {@code deploy/local/up}. Exit code 0 when it did what it was asked for, 2 for an option that does not
 * exist, 1 with one sentence for anything else; nothing is left running in any case.
 */
public final class Up {
    private static final long LAST_WORDS_MILLIS = 500;

    private final Options options;
    private final Layout layout;
    private final Console console = new Console(System.out);

    private Up(Options options, Layout layout) {
        this.options = options;
        this.layout = layout;
    }

    /** The system property {@code plumbline.root} names the repository; the current folder if it is not set. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            Path repository = Path.of(System.getProperty("plumbline.root", "")).toAbsolutePath();
            System.exit(new Up(options, Layout.local(repository, options.port())).run());
        } catch (LocalFailure e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() {
        try (RunLock ignored = RunLock.take(layout.home())) {
            Logs.begin(layout.logs());
            LocalPlatform platform = LocalPlatform.prepare(layout, line -> console.say("  " + line));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
            return run(platform);
        } catch (LocalFailure e) {
            System.err.println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The files of the local platform cannot be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private int run(LocalPlatform platform) throws IOException, InterruptedException {
        try (Api api = new Api(Endpoints.of(platform))) {
            console.say("Starting Plumbline (Ctrl-C stops it)");
            platform.start(options.fresh());
            Map<String, String> names = Sample.names();
            try (DecisionFeed feed = DecisionFeed.follow(platform.servers().kafka(), names, console)) {
                if (options.sample()) {
                    playSample(platform, api, names, feed);
                }
                console.map(platform, layout);
                if (options.once()) {
                    return 0;
                }
                console.say("\nPlumbline is up.");
                throw new LocalFailure(platform.failure().get());
            }
        } catch (LocalFailure | ExecutionException e) {
            if (!platform.isClosed()) {
                System.err.println(cause(platform, e));
            }
            return 1;
        }
    }

    private void playSample(LocalPlatform platform, Api api, Map<String, String> names, DecisionFeed feed)
            throws InterruptedException {
        Sample sample = new Sample(api, Stories.all());
        boolean again = sample.wasPlayed();
        console.say(again ? "\nThe sample was played before; its decisions:" : "\nTwelve candidates:");
        console.say(DecisionFeed.header());
        Map<String, String> applications = sample.play();
        if (again) {
            DecisionFeed.latest(platform.servers().kafka(), names).forEach(console::say);
            return;
        }
        for (String application : applications.values()) {
            JsonNode decision = sample.decision(application);
            feed.awaitShown(
                    application,
                    decision.path("recommendation").asText(),
                    decision.path("withdrawn").asBoolean());
        }
    }

    /** A dead child says more than the call that it did not answer. */
    private static String cause(LocalPlatform platform, Exception e) throws InterruptedException {
        try {
            return platform.failure().get(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException none) {
            return String.valueOf(e.getMessage());
        }
    }

    private void stop(LocalPlatform platform) {
        console.say("Stopping.");
        platform.close();
    }
}
