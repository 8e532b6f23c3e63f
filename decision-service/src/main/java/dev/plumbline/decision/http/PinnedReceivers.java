package dev.plumbline.decision.http;

import dev.plumbline.decision.app.SharedClock;
import dev.plumbline.decision.app.webhook.Receivers;
import dev.plumbline.decision.app.webhook.WebhookSettings;
import dev.plumbline.decision.domain.webhook.Failure;
import dev.plumbline.decision.domain.webhook.Outcome;
import dev.plumbline.decision.domain.webhook.Outcome.Failed;
import dev.plumbline.decision.domain.webhook.PublicAddress;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Posts to receivers on the public internet. A host's name is looked up once for each attempt, every address that it has is
 * checked, and the connection goes to the one that was checked: a name that says something else a moment later (DNS
 * rebinding) changes nothing. TLS still asks for a certificate of the name. Redirects are not followed.
 */
@Startup
@Singleton
public class PinnedReceivers implements Receivers {
    private static final Logger LOG = Logger.getLogger(PinnedReceivers.class);

    private final NameLookup names;
    private final PostClient client;
    private final Duration timeout;
    private final boolean allowPrivate;

    @Inject
    PinnedReceivers(Vertx vertx, WebhookSettings settings, SharedClock clock) {
        this(host -> List.of(InetAddress.getAllByName(host)), new PostClient(vertx, settings, clock), settings);
        if (allowPrivate) {
            LOG.warn("plumbline.webhooks.allow-private is on: whoever makes a webhook can make this service call http"
                    + " and every address that it reaches. Not for production");
        }
    }

    PinnedReceivers(NameLookup names, PostClient client, WebhookSettings settings) {
        this.names = names;
        this.client = client;
        this.timeout = settings.timeout();
        this.allowPrivate = settings.allowPrivate();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Outcome post(String url, Map<String, String> headers, byte[] body) {
        URI target = URI.create(url);
        if (!allowPrivate && !"https".equalsIgnoreCase(target.getScheme())) {
            return new Failed(Failure.ADDRESS_REFUSED);
        }
        Instant now = client.now();
        Deadline deadline = Deadline.in(timeout);
        try {
            List<InetAddress> addresses = lookUp(bare(target.getHost()), deadline);
            if (!allowPrivate && !addresses.stream().allMatch(PublicAddress::is)) {
                return new Failed(Failure.ADDRESS_REFUSED);
            }
            return client.post(target, addresses.getFirst(), headers, body, now, deadline);
        } catch (UnknownHostException e) {
            return new Failed(Failure.NAME_NOT_RESOLVED);
        } catch (TimeoutException e) {
            return new Failed(Failure.TIMED_OUT);
        }
    }

    /**
     * In a thread of its own: a name service that does not answer cannot be interrupted, only left behind. Not a virtual one:
     * a look-up holds the processor that carries it, and a few that hang would hold up every other receiver.
     */
    private List<InetAddress> lookUp(String host, Deadline deadline) throws UnknownHostException, TimeoutException {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> names.addressesOf(host));
        Thread.ofPlatform().name("webhook-name").daemon().start(lookup);
        try {
            return lookup.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException("not found");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }

    /** Without the brackets of an IPv6 address. */
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
