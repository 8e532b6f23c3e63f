package dev.plumbline.interview.calendar;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes an interview as an iTIP message: REQUEST while it stands, CANCEL once it is called off. Calendars are read by
 * many, so it names the job and leads to the kit, but says nothing of the candidate, and the panel appears as one group
 * without names.
 */
@ApplicationScoped
public class InterviewCalendar {
    private static final ProdId PRODUCT = new ProdId("-//Plumbline//interview-service//EN");

    private final CalendarSettings settings;

    InterviewCalendar(CalendarSettings settings) {
        this.settings = settings;
    }

    /** The METHOD of an interview's message. */
    public static String method(Interview interview) {
        return methodOf(interview).getValue();
    }

    /** The calendar object, as text with the line ends and the folding of RFC 5545, 3.1. */
    public String write(Interview interview, String jobTitle) {
        Schedule schedule = interview.plan().schedule();
        List<CalendarComponent> components = List.of(
                ZoneObservances.around(schedule.zone(), schedule.startsAt()),
                new VEvent(new PropertyList(properties(interview, jobTitle))));
        Calendar calendar = new Calendar(
                new PropertyList(List.of(PRODUCT, ImmutableVersion.VERSION_2_0, methodOf(interview))),
                new ComponentList<>(components));
        return Folding.fold(calendar.toString());
    }

    private List<Property> properties(Interview interview, String jobTitle) {
        Schedule schedule = interview.plan().schedule();
        URI kit = URI.create(settings.publicUrl() + "/v1/interviews/" + interview.id());
        Attendee panel = new Attendee(URI.create("urn:uuid:" + interview.id()));
        panel.add(CuType.GROUP);
        return List.of(
                new Uid(interview.id() + "@plumbline"),
                new Sequence(interview.version() - 1),
                new DtStamp(interview.changedAt()),
                new DtStart<>(start(schedule)),
                // Not DTEND: a length is exact across a change of the clocks.
                new Duration(schedule.duration()),
                new Summary("Interview: " + jobTitle),
                new Organizer(settings.calendarOrganizer()),
                panel,
                new Url(kit),
                ImmutableClazz.PRIVATE,
                interview.isCancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    }

    /**
     * The wall clock of the interview's zone. Where the clocks go back, an hour's readings come twice and stand for the
     * first (RFC 5545, 3.3.5); a start in the second is given in UTC.
     */
    private static Temporal start(Schedule schedule) {
        ZonedDateTime zoned = schedule.startsAt().atZone(schedule.zone());
        LocalDateTime local = zoned.toLocalDateTime();
        ZoneOffset first = schedule.zone().getRules().getOffset(local);
        return first.equals(zoned.getOffset()) ? zoned : schedule.startsAt();
    }

    private static Method methodOf(Interview interview) {
        return interview.isCancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }
}
