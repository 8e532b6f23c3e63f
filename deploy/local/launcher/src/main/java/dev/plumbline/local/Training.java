package dev.plumbline.local;

import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.StartUpCaches;
import dev.plumbline.local.sample.Api;
import dev.plumbline.local.sample.Endpoints;
import dev.plumbline.local.sample.Played;
import dev.plumbline.local.sample.Sample;
import dev.plumbline.local.sample.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the caches that the platform's JVMs start from: runs all of it once, on data of its own, lets it do what it does
 * for one candidate, lets each JVM note what it has loaded, and makes its cache of that.
 *
 * @param trained what will start from the caches
 * @param layout where the platform that is run for it lies and listens
 */
record Training(Layout trained, Layout layout) {
    private static final Logger LOG = Logger.getLogger(Training.class.getName());

    static Training of(Layout trained) {
        return new Training(
                trained,
                Layout.isolated(trained.repository(), trained.home().resolve("training"))
                        .withServiceJava(trained.serviceJava())
                        .withServiceEnvironment(trained.serviceEnvironment())
                        .withCaches(trained.caches().to(StartUpCaches.Use.RECORD)));
    }

    /**
     * Runs what is to be trained, and makes the caches.
     *
     * @param platform prepared for {@link #layout}
     * @throws LocalFailure if it does not start or a cache cannot be made
     */
    void run(LocalPlatform platform) throws IOException, InterruptedException {
        Path folder = trained.caches().folder();
        if (folder == null) {
            throw new IllegalStateException("There is no folder for caches");
        }
        Files.createDirectories(folder);
        platform.start(true);
        warmUp(platform);
        platform.finishRecording();
        trained.caches().stamp(trained);
    }

    private void warmUp(LocalPlatform platform) throws IOException {
        Files.createDirectories(layout.data());
        try (Api api = new Api(Endpoints.of(platform))) {
            new Sample(api, Stories.all().subList(0, 1), Played.in(layout.data()), line -> {}).play();
        } catch (RuntimeException e) {
            // What has been loaded until here is noted as well; that the sample cannot be played is said when it is.
            LOG.log(Level.WARNING, "The start-up caches hold less than they could", e);
        }
    }
}
