package dev.plumbline.local;

import dev.plumbline.local.decisions.DecisionFeed;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Progress;
import dev.plumbline.local.platform.StartUpCaches;
import dev.plumbline.local.sample.Api;
import dev.plumbline.local.sample.Endpoints;
import dev.plumbline.local.sample.Played;
import dev.plumbline.local.sample.Sample;
import dev.plumbline.local.sample.Stories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command {@code deploy/local/up}. Exit code 0 when it did what it was asked for, 2 for an option that does not
 * exist, 1 with one sentence for anything else; nothing is left running in any case.
 */
public final class Up {
    private static final long LAST_WORDS_MILLIS = 500;
    private static final Logger LOG = Logger.getLogger(Up.class.getName());

    private final Options options;
    private final Layout layout;
    private final Console console = new Console(System.out);
    private final Current current = new Current();

    private Up(Options options, Layout layout) {
        this.options = options;
        this.layout = layout;
    }

    /** The system property {@code plumbline.root} names the repository; the current folder if it is not set. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            Path repository = Path.of(System.getProperty("plumbline.root", "")).toAbsolutePath();
            Layout layout = Layout.local(repository, options.port());
            System.exit(new Up(options, options.caches() ? layout : layout.withCaches(StartUpCaches.none())).run());
        } catch (LocalFailure e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() {
        try (RunLock ignored = RunLock.take(layout.home())) {
            Logs.begin(layout.logs());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
            console.say("Starting Plumbline (Ctrl-C stops it)");
            if (!layout.caches().areCurrent(layout)) {
                makeCaches();
            }
            return run(current.prepare(layout, line -> console.say("  " + line)));
        } catch (LocalFailure e) {
            System.err.println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The files of the local platform cannot be written: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.err.println(unforeseen(e));
        }
        return 1;
    }

    /** Without them all works as well, and takes longer to start. */
    private void makeCaches() throws IOException, InterruptedException {
        console.say("  making the start-up caches, once for each build");
        layout.caches().clear();
        Training training = Training.of(layout);
        try (LocalPlatform platform = current.prepare(training.layout(), Progress.SILENT)) {
            training.run(platform);
        } catch (LocalFailure | IOException e) {
            if (!current.isStopped()) {
                LOG.log(Level.WARNING, "No start-up caches", e);
                layout.caches().clear();
                console.say("  not made, so it starts more slowly: " + e.getMessage());
            }
        }
    }

    private int run(LocalPlatform platform) throws IOException, InterruptedException {
        try (Api api = new Api(Endpoints.of(platform))) {
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
        } catch (LocalFailure e) {
            sayUnlessClosed(platform, String.valueOf(e.getMessage()));
        } catch (RuntimeException | ExecutionException e) {
            sayUnlessClosed(platform, unforeseen(e));
        }
        return 1;
    }

    /** A dead child says more than the call that it did not answer; what breaks because all is stopped is no news. */
    private static void sayUnlessClosed(LocalPlatform platform, String sentence) throws InterruptedException {
        if (platform.isClosed()) {
            return;
        }
        try {
            System.err.println(platform.failure().get(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException none) {
            System.err.println(sentence);
        }
    }

    /** One sentence on what nobody thought of; all about it is in the log. */
    private String unforeseen(Exception e) {
        LOG.log(Level.SEVERE, "Unforeseen", e);
        return "Something unforeseen happened: %s (see %s)."
                .formatted(e, layout.logs().resolve("launcher.log"))
                .replace('\n', ' ');
    }

    /** On a thread of its own, because a child that dies is to be noticed at once and not by the next call to it. */
    private void playSample(LocalPlatform platform, Api api, Map<String, String> names, DecisionFeed feed)
            throws IOException, InterruptedException {
        Sample sample = new Sample(api, Stories.all(), Played.in(layout.data()), console);
        FutureTask<Void> play = new FutureTask<>(() -> {
            playSample(platform, sample, names, feed);
            return null;
        });
        platform.failure().thenAccept(death -> play.cancel(true));
        Thread.ofPlatform().daemon().name("sample").start(play);
        try {
            play.get();
        } catch (CancellationException e) {
            throw new LocalFailure("The sample was cut short.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private void playSample(LocalPlatform platform, Sample sample, Map<String, String> names, DecisionFeed feed)
            throws InterruptedException {
        Map<String, String> over = sample.over();
        console.say(
                over.isEmpty()
                        ? "\nTwelve candidates:"
                        : over.size() < names.size()
                                ? "\nThe sample goes on:"
                                : "\nThe sample was played before; its decisions now:");
        console.say(DecisionFeed.header());
        if (!over.isEmpty()) {
            DecisionFeed.latest(platform.servers().kafka(), over).forEach(console::say);
        }
        for (String application : sample.play()) {
            feed.awaitShown(application, () -> sample.decision(application));
        }
    }

    private void stop() {
        console.say("Stopping.");
        current.stop();
    }
}
