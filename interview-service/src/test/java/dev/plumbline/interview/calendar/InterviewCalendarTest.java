package dev.plumbline.interview.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.interview.domain.Interview;
import dev.plumbline.interview.domain.Interviews;
import dev.plumbline.interview.domain.Plan;
import dev.plumbline.interview.domain.Schedule;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterviewCalendarTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final InterviewCalendar CALENDAR = new InterviewCalendar(new CalendarSettings() {
        @Override
        public URI calendarOrganizer() {
            return URI.create("mailto:interviews@clinic.example");
        }

        @Override
        public URI publicUrl() {
            return URI.create("https://interviews.clinic.example");
        }
    });

    @Test
    void an_invitation_is_a_valid_itip_request() throws Exception {
        Interview interview = interview("2027-03-15T14:30:00Z", "America/New_York");
        Calendar calendar = parse(write(interview));
        VEvent event = event(calendar);

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(text(calendar.getProperty("METHOD").orElseThrow())).isEqualTo("REQUEST");
        assertThat(value(event, "UID")).isEqualTo(interview.id() + "@plumbline");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20270110T080000Z");
        assertThat(value(event, "DTSTART")).isEqualTo("20270315T103000");
        assertThat(zoneOf(event)).isEqualTo("America/New_York");
        assertThat(value(event, "DURATION")).isEqualTo("PT45M");
        assertThat(value(event, "SUMMARY")).isEqualTo("Interview: Office, Manager; and more");
        assertThat(value(event, "URL")).isEqualTo("https://interviews.clinic.example/v1/interviews/" + interview.id());
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:interviews@clinic.example");
    }

    @Test
    void each_change_raises_the_sequence_under_the_same_uid_and_cancelling_is_a_cancel() throws Exception {
        Interview first = interview("2027-03-15T14:30:00Z", "America/New_York");
        Interview moved = first.replanned(
                new Plan(Interviews.at("2027-03-16T14:30:00Z", "Europe/Berlin"), List.of("ana"), List.of("q1")),
                Interviews.LATER);
        Calendar cancelled = parse(write(moved.cancelled(Interviews.LATER)));

        assertThat(value(event(parse(write(moved))), "SEQUENCE")).isEqualTo("1");
        assertThat(text(cancelled.getProperty("METHOD").orElseThrow())).isEqualTo("CANCEL");
        assertThat(value(event(cancelled), "SEQUENCE")).isEqualTo("2");
        assertThat(value(event(cancelled), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(cancelled), "UID")).isEqualTo(first.id() + "@plumbline");
        assertThat(cancelled.validate().hasErrors()).isFalse();
    }

    @Test
    void the_same_interview_gives_the_same_bytes() {
        Interview interview = interview("2027-03-15T14:30:00Z", "America/New_York");

        assertThat(write(interview)).isEqualTo(write(interview));
    }

    @Test
    void names_no_person_and_no_question() {
        assertThat(write(interview("2027-03-15T14:30:00Z", "America/New_York")))
                .doesNotContain("ana-the-interviewer", "secret-question", Interviews.APPLICATION.toString());
    }

    @Test
    void lines_end_and_fold_as_rfc_5545_says() {
        String text = CALENDAR.write(
                interview("2027-03-15T14:30:00Z", "America/New_York"), "Ü".repeat(200) + "\r\nX-EVIL:1\nX-EVIL:2");

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.split("\r\n")).noneMatch(line -> line.startsWith("X-EVIL"));
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks of New York go forward on 14 March 2027 and back on 7 November.
        "2027-03-14T06:59:59Z, America/New_York, 20270314T015959",
        "2027-03-14T07:00:00Z, America/New_York, 20270314T030000",
        "2027-11-07T05:30:00Z, America/New_York, 20271107T013000",
        "2027-11-07T07:30:00Z, America/New_York, 20271107T023000",
        "2027-07-01T12:00:00Z, America/Phoenix, 20270701T050000",
        "2027-07-01T12:00:00Z, Asia/Kolkata, 20270701T173000",
        "2027-07-01T12:00:00Z, Australia/Lord_Howe, 20270701T223000",
        "2027-01-01T12:00:00Z, Australia/Lord_Howe, 20270101T230000",
        "2027-07-01T12:00:00Z, Europe/Dublin, 20270701T130000",
        "2025-03-10T12:00:00Z, Africa/Casablanca, 20250310T120000",
        "2025-05-10T12:00:00Z, Africa/Casablanca, 20250510T130000",
        "2027-07-01T12:00:00Z, UTC, 20270701T120000",
        "2027-07-01T12:00:00Z, Etc/GMT+5, 20270701T070000",
        "2199-07-01T12:00:00Z, Europe/Berlin, 21990701T140000",
        "2000-01-01T00:00:00Z, Pacific/Kiritimati, 20000101T140000"
    })
    void the_entry_alone_leads_back_to_the_instant(String instant, String zone, String local) throws Exception {
        Calendar calendar = parse(write(interview(instant, zone)));
        VEvent event = event(calendar);

        assertThat(zoneOf(event)).isEqualTo(zone);
        assertThat(value(event, "DTSTART")).isEqualTo(local);
        LocalDateTime start = LocalDateTime.parse(local, LOCAL);
        assertThat(start.toInstant(offsetAt(start, zoneComponent(calendar)))).isEqualTo(Instant.parse(instant));
    }

    @Test
    void the_second_of_two_equal_readings_is_given_in_utc() throws Exception {
        VEvent event = event(parse(write(interview("2027-11-07T06:30:00Z", "America/New_York"))));

        assertThat(value(event, "DTSTART")).isEqualTo("20271107T063000Z");
    }

    /** What a calendar does that knows no zones but those in the file (RFC 5545, 3.6.5). */
    private static ZoneOffset offsetAt(LocalDateTime local, VTimeZone zone) {
        Observance last = null;
        LocalDateTime onset = LocalDateTime.MIN;
        for (Observance observance : zone.getObservances()) {
            LocalDateTime begins = LocalDateTime.parse(value(observance, "DTSTART"), LOCAL);
            if (!begins.isAfter(local) && begins.isAfter(onset)) {
                last = observance;
                onset = begins;
            }
        }
        assertThat(last).as("An observance at " + local).isNotNull();
        return last.<TzOffsetTo>getProperty(Property.TZOFFSETTO).orElseThrow().getOffset();
    }

    private static Interview interview(String startsAt, String zone) {
        Schedule schedule = Interviews.at(startsAt, zone);
        return Interviews.of(new Plan(schedule, List.of("ana-the-interviewer"), List.of("secret-question")));
    }

    private static String write(Interview interview) {
        return CALENDAR.write(interview, "Office, Manager; and more");
    }

    private static Calendar parse(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static VTimeZone zoneComponent(Calendar calendar) {
        return calendar.<VTimeZone>getComponent(Component.VTIMEZONE).orElseThrow();
    }

    private static String zoneOf(VEvent event) {
        return event.getProperty("DTSTART")
                .orElseThrow()
                .getParameter(Parameter.TZID)
                .orElseThrow()
                .getValue();
    }

    private static String value(Component component, String property) {
        return text(component.getProperty(property).orElseThrow());
    }

    private static String text(Property property) {
        return property.getValue();
    }
}
