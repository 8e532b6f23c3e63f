package dev.plumbline.interview.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What a calendar entry says that depends on where the service runs. */
@ConfigMapping(prefix = "plumbline.interviews")
public interface CalendarSettings {
    /** The ORGANIZER: a mailbox of the service, never a person's. */
    @WithDefault("mailto:interviews@plumbline.invalid")
    URI calendarOrganizer();

    /** Where people reach this service; calendar entries lead to the kit there. */
    @WithDefault("http://localhost:8083")
    URI publicUrl();
}
