package dev.plumbline.kit.testing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The attributes around an event's data: CloudEvents 1.0 in Kafka's binary content mode, as the public contract has it. */
final class Envelope {
    /** The headers that each event carries. */
    static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_subject",
            "ce_time",
            "ce_traceparent",
            "traceparent");

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TIME_ORDERED = 7;

    private Envelope() {}

    /** What is wrong with the headers of an event of this service; empty where nothing is. */
    static List<String> faults(String service, ReceivedEvent event) {
        List<String> faults = new ArrayList<>();
        HEADERS.stream()
                .filter(name -> event.header(name).isEmpty())
                .forEach(name -> faults.add(name + ": is missing"));
        expect(faults, event, "ce_specversion", "1.0");
        expect(faults, event, "ce_source", "/plumbline/" + service);
        expect(faults, event, "ce_subject", event.key());
        expect(faults, event, "content-type", "application/json");
        expect(faults, event, "ce_traceparent", event.header("traceparent").orElse(""));
        if (!isTimeOrderedId(event.id())) {
            faults.add("ce_id: '" + event.id() + "' is no UUIDv7");
        }
        if (!isUtcInstant(event.header("ce_time").orElse(""))) {
            faults.add("ce_time: '" + event.header("ce_time").orElse("") + "' is no RFC 3339 time in UTC");
        }
        if (!TRACEPARENT.matcher(event.header("traceparent").orElse("")).matches()) {
            faults.add("traceparent: is not of the form that W3C Trace Context gives");
        }
        return faults;
    }

    private static void expect(List<String> faults, ReceivedEvent event, String header, String value) {
        String actual = event.header(header).orElse("");
        if (!actual.equals(value)) {
            faults.add(header + ": is '" + actual + "' and not '" + value + "'");
        }
    }

    private static boolean isTimeOrderedId(String id) {
        try {
            return UUID.fromString(id).version() == TIME_ORDERED;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUtcInstant(String time) {
        try {
            Instant.parse(time);
            return time.endsWith("Z");
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
