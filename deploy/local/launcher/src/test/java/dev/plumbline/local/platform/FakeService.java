package dev.plumbline.local.platform;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Stands where a service's jar stands, as a real process: it is ready at once, unless told to misbehave. */
public final class FakeService {
    private FakeService() {}

    /** Its behaviour lies in a file beside its jar. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path behaviour = Path.of(System.getProperty("java.class.path")).resolveSibling("behaviour");
        switch (Files.exists(behaviour) ? Files.readString(behaviour) : "") {
            case "dies" -> {
                System.err.println("Cannot find the migration V7");
                System.exit(9);
            }
            case "deaf" -> Runtime.getRuntime().addShutdownHook(new Thread(FakeService::waitForEver));
            default -> System.out.println("database " + System.getenv("QUARKUS_DATASOURCE_JDBC_URL"));
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
                0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
