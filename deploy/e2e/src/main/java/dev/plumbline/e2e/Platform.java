package dev.plumbline.e2e;

import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Service;
import dev.plumbline.local.sample.Api;
import dev.plumbline.local.sample.Endpoints;
import dev.plumbline.local.sample.Played;
import dev.plumbline.local.sample.Sample;
import dev.plumbline.local.sample.Stories;
import java.io.IOException;
import java.util.List;

/** The running platform, as the tests see it. */
public final class Platform {
    private final LocalPlatform processes;
    private final Layout layout;
    private final Tokens tokens;

    Platform(LocalPlatform processes, Layout layout) {
        this.processes = processes;
        this.layout = layout;
        this.tokens = new Tokens(processes.issuerUrl());
    }

    /** Calls to a service, as the demo user of this name. */
    Http as(String user, Service service) {
        return new Http(processes.url(service), tokens.of(user));
    }

    /** Calls to a service with this bearer. */
    Http withBearer(String bearer, Service service) {
        return new Http(processes.url(service), bearer);
    }

    /**
     * Plays the sample as {@code deploy/local/up} does.
     *
     * @return the applications of its stories
     */
    List<String> playSample() throws IOException {
        try (Api api = new Api(Endpoints.of(processes))) {
            return new Sample(api, Stories.all(), Played.in(layout.data()), line -> {}).play();
        }
    }

    /** The stream of decision events, as the demo user of this name follows it. */
    EventStream stream(String user) {
        return EventStream.follow(processes.url(Service.DECISION), tokens.of(user));
    }

    /** The database of a service. */
    Database database(Service service) {
        return new Database(processes.servers(), service);
    }

    /** The topics. */
    Topics topics() {
        return new Topics(processes.servers().kafka());
    }

    /** Ends a service as a crash does. */
    void kill(Service service) throws InterruptedException {
        processes.kill(service);
    }

    /** Starts a service that was killed, and waits until it is ready. */
    void restart(Service service) throws Exception {
        processes.launch(service);
        processes.awaitReady(service);
    }

    /** Where the logs are. */
    String logs() {
        return layout.logs().toString();
    }
}
