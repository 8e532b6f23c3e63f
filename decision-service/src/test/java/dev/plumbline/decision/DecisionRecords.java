package dev.plumbline.decision;

import dev.plumbline.kit.testing.ReceivedEvent;
import dev.plumbline.kit.testing.TestKafka;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies on the decisions topic of some applications: everything of each record but the offset. */
final class DecisionRecords {
    private DecisionRecords() {}

    /** By key, in the order of the topic. */
    static Map<String, List<String>> of(Collection<UUID> applications) {
        return events(applications)
                .collect(Collectors.groupingBy(
                        ReceivedEvent::key,
                        TreeMap::new,
                        Collectors.mapping(DecisionRecords::content, Collectors.toList())));
    }

    /** Those of one application. */
    static List<String> one(UUID application, Map<String, List<String>> records) {
        return records.getOrDefault(application.toString(), List.of());
    }

    /** The types that there are of them. */
    static Set<String> types(Collection<UUID> applications) {
        return events(applications).map(ReceivedEvent::type).collect(Collectors.toSet());
    }

    private static Stream<ReceivedEvent> events(Collection<UUID> applications) {
        Set<String> keys = applications.stream().map(UUID::toString).collect(Collectors.toSet());
        return TestKafka.read(Published.DECISIONS).stream().filter(event -> keys.contains(event.key()));
    }

    private static String content(ReceivedEvent event) {
        StringBuilder content = new StringBuilder()
                .append(event.record().partition())
                .append(' ')
                .append(event.key());
        event.record()
                .headers()
                .forEach(header -> content.append(' ')
                        .append(header.key())
                        .append('=')
                        .append(HexFormat.of().formatHex(header.value())));
        return content.append(' ')
                .append(event.text())
                .append(' ')
                .append(HexFormat.of().formatHex(event.bytes()))
                .toString();
    }
}
