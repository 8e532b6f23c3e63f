package dev.plumbline.verify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads what is verified and what it is verified with, never more than there can be sense in. */
final class Inputs {
    private static final int MOST_KEYS = 1 << 18;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private Inputs() {}

    /** @throws Unverifiable where the file cannot be read or is longer than {@code most} bytes */
    static byte[] file(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, most, file.toString());
        } catch (IOException e) {
            throw new Unverifiable("Cannot read " + Plain.text(file.toString()) + ".");
        }
    }

    static byte[] keys(Path file) {
        return file(file, MOST_KEYS);
    }

    /** Fetches the keys; redirects are not followed. */
    static byte[] keys(URI url) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new Unverifiable("The keys' address answers " + response.statusCode() + ".");
                }
                return read(body, MOST_KEYS, "what the keys' address answers");
            } finally {
                client.shutdownNow();
            }
        } catch (IOException e) {
            throw new Unverifiable("The keys cannot be fetched.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unverifiable("Fetching the keys was interrupted.");
        }
    }

    private static byte[] read(InputStream in, int most, String name) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Unverifiable(Plain.text(name) + " is longer than " + most + " bytes.");
        }
        return bytes;
    }
}
