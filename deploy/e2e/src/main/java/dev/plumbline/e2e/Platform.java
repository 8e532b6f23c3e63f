package dev.plumbline.e2e;

import dev.plumbline.local.issuer.Issuer;
import dev.plumbline.local.platform.Layout;
import dev.plumbline.local.platform.LocalPlatform;
import dev.plumbline.local.platform.Server;
import dev.plumbline.local.platform.Service;
import dev.plumbline.local.process.Child;
import dev.plumbline.local.sample.Api;
import dev.plumbline.local.sample.Endpoints;
import dev.plumbline.local.sample.Played;
import dev.plumbline.local.sample.Sample;
import dev.plumbline.local.sample.Stories;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The running platform, as the tests see it. */
public final class Platform {
    private final LocalPlatform processes;
    private final Layout layout;
    private final RunningPlatform.Detours detours;
    private final Tokens tokens;
    private final Addresses addresses;

    Platform(LocalPlatform processes, Layout layout, RunningPlatform.Detours detours) {
        this.processes = processes;
        this.layout = layout;
        this.detours = detours;
        this.tokens = new Tokens(processes.issuerUrl(), Clock.systemUTC());
        this.addresses = Addresses.of(processes);
    }

    /** Calls to a service, as the demo user of this name. */
    public Http as(String user, Service service) {
        return withBearer(tokens.of(user), service);
    }

    /** The token of the demo user of this name. */
    public String token(String user) {
        return tokens.of(user);
    }

    /** Who signs the tokens. */
    public Issuer issuer() {
        return processes.issuer();
    }

    /** Calls to a service with this bearer; where there are several of it, each call of this goes to the next. */
    public Http withBearer(String bearer, Service service) {
        return new Http(addresses.next(service), bearer);
    }

    /** Where calls to a service go to. */
    public Addresses addresses() {
        return addresses;
    }

    /** Where a service answers. */
    public URI url(Service service) {
        return processes.url(service);
    }

    /** What a service says of itself to operators, without a token. */
    public Scrape scrape(Service service) {
        return Scrape.parse(withBearer("", service)
                .get("/q/metrics", "Accept", "text/plain")
                .expect(200)
                .body());
    }

    /**
     * Plays the sample as {@code deploy/local/up} does.
     *
     * @return the applications of its stories
     */
    public List<String> playSample() throws IOException {
        try (Api api = new Api(Endpoints.of(processes))) {
            return new Sample(api, Stories.all(), Played.in(layout.data()), line -> {}).play();
        }
    }

    /** The stream of decision events, as the demo user of this name follows it, each time where calls go to then. */
    public EventStream stream(String user) {
        return EventStream.follow(() -> addresses.next(Service.DECISION), tokens.of(user));
    }

    /** The database of a service. */
    public Database database(Service service) {
        return new Database(processes.servers(), service);
    }

    /** Bootstrap servers. */
    public String kafka() {
        return processes.servers().kafka();
    }

    /** The topics. */
    public Topics topics() {
        return new Topics(processes.servers().kafka());
    }

    /** Ends a service as a crash does. */
    public void kill(Service service) throws InterruptedException {
        processes.kill(service);
    }

    /** Starts a service that was killed, and waits until it is ready. */
    public void restart(Service service) throws Exception {
        processes.launch(service);
        processes.awaitReady(service);
    }

    /** Ends PostgreSQL or Kafka as a crash does. */
    public void kill(Server server) throws InterruptedException {
        processes.kill(server);
    }

    /** Starts a server that was killed on what it has left, and waits until it is ready. */
    public void restart(Server server) throws IOException, InterruptedException {
        processes.restart(server);
    }

    /** Starts every server and service again that has ended, as a supervisor of processes does. */
    public void restartEnded() throws IOException, InterruptedException {
        processes.restartEnded();
    }

    /** Where the data of PostgreSQL and Kafka lie. */
    public Path data() {
        return layout.data();
    }

    /** The process of a service. */
    public Child process(Service service) {
        return processes.child(service);
    }

    /** Starts one more of a service beside those that run, and waits until it is ready. */
    public Child startAnother(Service service, Map<String, String> environment)
            throws IOException, InterruptedException {
        return processes.launchAnother(service, environment).child();
    }

    /**
     * The same of another build; calls do not go there by themselves.
     *
     * @param repository the root of the built project whose service is started
     */
    public LocalPlatform.Another startAnother(Service service, Path repository)
            throws IOException, InterruptedException {
        return processes.launchAnother(service, repository, Map.of());
    }

    /** Ends one that was started as another, as a crash does. */
    public void kill(Child another) throws InterruptedException {
        processes.kill(another);
    }

    /** The ways of the decision-service to its servers. */
    public RunningPlatform.Detours detours() {
        return detours;
    }

    /** Where the logs are. */
    public String logs() {
        return layout.logs().toString();
    }
}
