package dev.plumbline.interview.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A VTIMEZONE (RFC 5545, 3.6.5) made from the rules that the service itself reckons with, so that whoever reads the
 * entry comes to the same instant whatever edition of the time zone database they have.
 */
final class ZoneObservances {
    private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1970, 1, 1, 0, 0);

    private ZoneObservances() {}

    /** The zone with its observances around an instant: the two changes before and the two after, where there are any. */
    static VTimeZone around(ZoneId zone, Instant instant) {
        ZoneRules rules = zone.getRules();
        List<Observance> observances = new ArrayList<>();
        for (ZoneOffsetTransition transition : transitionsAround(rules, instant)) {
            observances.add(observance(
                    rules.isDaylightSavings(transition.getInstant()),
                    transition.getDateTimeBefore(),
                    transition.getOffsetBefore(),
                    transition.getOffsetAfter()));
        }
        boolean coversInstant = rules.previousTransition(instant.plusNanos(1)) != null;
        if (!coversInstant) {
            ZoneOffset offset = rules.getOffset(instant);
            observances.addFirst(observance(false, BEFORE_ALL, offset, offset));
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    private static List<ZoneOffsetTransition> transitionsAround(ZoneRules rules, Instant instant) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        // From the next nanosecond: a change at this very instant is in force already.
        ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1));
        if (before != null) {
            ZoneOffsetTransition earlier = rules.previousTransition(before.getInstant());
            if (earlier != null) {
                transitions.add(earlier);
            }
            transitions.add(before);
        }
        ZoneOffsetTransition after = rules.nextTransition(instant);
        if (after != null) {
            transitions.add(after);
            ZoneOffsetTransition later = rules.nextTransition(after.getInstant());
            if (later != null) {
                transitions.add(later);
            }
        }
        return transitions;
    }

    private static Observance observance(
            boolean daylight, LocalDateTime onset, ZoneOffset offsetFrom, ZoneOffset offsetTo) {
        PropertyList properties =
                new PropertyList(List.of(new DtStart<>(onset), new TzOffsetFrom(offsetFrom), new TzOffsetTo(offsetTo)));
        return daylight ? new Daylight(properties) : new Standard(properties);
    }
}
