package dev.plumbline.verify;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be verified, and with what.
 *
 * @param keys a file with the public keys; null where they are fetched
 * @param keysUrl where the public keys are fetched from; null where they are in a file
 * @param events a file of kept events that anchor the chain; null without
 */
record Options(
        Path certificate,
        @Nullable Path keys,
        @Nullable URI keysUrl,
        @Nullable Path events) {

    static final String USAGE = """
            usage: deploy/verify/verify CERTIFICATE (--keys FILE | --keys-url URL) [--events FILE]

            Recomputes every decision of a certificate to the byte, and checks its chain and its signature.

              --keys FILE     the public keys, as /.well-known/decision-keys gives them
              --keys-url URL  fetch them instead: https, or http on this machine
              --events FILE   published decision.changed events that were kept, one JSON object on each line:
                              they anchor the chain, so that a rewritten history is found
              --help          show this

            Ends with 0 if everything holds, 1 if not, 2 if it could not be verified.
            """;

    /** @throws Unverifiable where the arguments make no sense */
    static Options parse(String[] arguments) {
        Path certificate = null;
        Path keys = null;
        URI keysUrl = null;
        Path events = null;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--keys" -> keys = path(value(argument, rest));
                case "--keys-url" -> keysUrl = url(value(argument, rest));
                case "--events" -> events = path(value(argument, rest));
                default -> {
                    if (argument.startsWith("-") || certificate != null) {
                        throw new Unverifiable("Unknown argument " + Plain.text(argument) + ".\n\n" + USAGE);
                    }
                    certificate = path(argument);
                }
            }
        }
        if (certificate == null || (keys == null) == (keysUrl == null)) {
            throw new Unverifiable("A certificate is needed, and either --keys or --keys-url.\n\n" + USAGE);
        }
        return new Options(certificate, keys, keysUrl, events);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Unverifiable(option + " needs a value.\n\n" + USAGE);
        }
        return rest.next();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Unverifiable("No file can have the name " + Plain.text(text) + ".");
        }
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            boolean isLocal = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
            if (url.getHost() != null
                    && ("https".equals(url.getScheme()) || isLocal && "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new Unverifiable("--keys-url is no URL.");
        }
        throw new Unverifiable("--keys-url must begin with https://, or http://localhost.");
    }
}
