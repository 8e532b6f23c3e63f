package dev.plumbline.decision.domain.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the URL of a receiver must be like. The addresses behind a name are looked at when something is sent there. */
public final class ReceiverUrl {
    /** The most characters of one. */
    public static final int LONGEST = 2000;

    private static final int HIGHEST_PORT = 65535;
    private static final char LAST_OF_ASCII = '~';

    private ReceiverUrl() {}

    /**
     * Everything that is wrong with a URL; empty where nothing is.
     *
     * @param allowPrivate whether http and hosts that are not public are taken too
     */
    public static List<String> faults(String text, boolean allowPrivate) {
        if (text.chars().anyMatch(sign -> sign > LAST_OF_ASCII)) {
            return List.of(
                    "must be written in ASCII: a host's name in its xn-- form (IDNA), anything else percent-encoded");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return List.of("must be a URL (RFC 3986)");
        }
        List<String> faults = new ArrayList<>();
        if (text.length() > LONGEST) {
            faults.add("must have at most " + LONGEST + " characters");
        }
        if (!isSchemeAllowed(url.getScheme(), allowPrivate)) {
            faults.add("must begin with https://");
        }
        if (url.getRawFragment() != null) {
            faults.add("must have no fragment");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            faults.add("must hold no user or password: the signature says who sends");
        } else if (url.getHost() == null) {
            faults.add("must name a host");
        } else if (url.getHost().startsWith("[") && url.getHost().contains("%")) {
            faults.add("must name a host without a zone, which means something on one machine only");
        } else if (!allowPrivate && isPrivate(url.getHost())) {
            faults.add("must name a host of the public internet");
        }
        if (url.getPort() == 0 || url.getPort() > HIGHEST_PORT) {
            faults.add("must have a port from 1 to " + HIGHEST_PORT);
        }
        return faults;
    }

    private static boolean isSchemeAllowed(@Nullable String scheme, boolean allowPrivate) {
        return "https".equalsIgnoreCase(scheme) || allowPrivate && "http".equalsIgnoreCase(scheme);
    }

    private static boolean isPrivate(String host) {
        String name = bare(host.toLowerCase(Locale.ROOT));
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return !PublicAddress.is(InetAddress.ofLiteral(name));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the brackets of an IPv6 address, and the dot that ends a full name. */
    private static String bare(String host) {
        if (host.startsWith("[")) {
            return host.substring(1, host.length() - 1);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
