/** An interview as a calendar entry: iCalendar (RFC 5545) and its scheduling messages, iTIP (RFC 5546). */
@NullMarked
package dev.plumbline.interview.calendar;

import org.jspecify.annotations.NullMarked;
