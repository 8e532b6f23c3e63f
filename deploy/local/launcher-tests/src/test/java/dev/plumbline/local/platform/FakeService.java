package dev.plumbline.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Stands where a service's jar stands, as a real process: it is ready at once, unless told to misbehave. */
public final class FakeService {
    static final String DECISIONS = "plumbline.decisions.v1";

    private FakeService() {}

    /** Its behaviour lies in a file beside its jar. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path behaviour = Path.of(System.getProperty("java.class.path")).resolveSibling("behaviour");
        String how = Files.exists(behaviour) ? Files.readString(behaviour) : "";
        switch (how) {
            case "dies" -> {
                System.err.println("Cannot find the migration V7");
                System.exit(9);
            }
            case "deaf" -> Runtime.getRuntime().addShutdownHook(new Thread(FakeService::waitForEver));
            case "has the topic" -> createTopic();
            default ->
                System.out.printf(
                        "database %s of %s%n",
                        System.getenv("QUARKUS_DATASOURCE_JDBC_URL"), System.getenv("QUARKUS_DATASOURCE_USERNAME"));
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
                0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/v1/", exchange -> {
            System.out.println("asked");
            if (how.equals("silent")) {
                waitForEver();
            }
            // A job that lacks what every job has.
            byte[] odd = "{\"items\":[{\"title\":\"Medical Office Manager, Elm Street Clinic\"}]}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, odd.length);
            exchange.getResponseBody().write(odd);
            exchange.close();
        });
        server.start();
    }

    private static void createTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", System.getenv("KAFKA_BOOTSTRAP_SERVERS")))) {
            admin.createTopics(List.of(new NewTopic(DECISIONS, 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
