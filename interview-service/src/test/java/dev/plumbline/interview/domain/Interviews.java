package dev.plumbline.interview.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Interviews to test with. */
public final class Interviews {
    public static final UUID APPLICATION = new UUID(7, 1);
    public static final Instant NOW = Instant.parse("2027-01-10T08:00:00Z");
    public static final Instant LATER = Instant.parse("2027-01-11T08:00:00Z");

    private static long last;

    private Interviews() {}

    public static Interview of(List<String> panel, List<String> questions) {
        return of(plan(panel, questions));
    }

    public static Interview of(Plan plan) {
        last++;
        return Interview.scheduled(new UUID(7, 100 + last), APPLICATION, plan, NOW);
    }

    public static Plan plan(List<String> panel, List<String> questions) {
        return new Plan(at("2027-03-15T14:30:00Z", "America/New_York"), panel, questions);
    }

    public static Schedule at(String startsAt, String zone) {
        return new Schedule(Instant.parse(startsAt), Duration.ofMinutes(45), ZoneId.of(zone));
    }
}
