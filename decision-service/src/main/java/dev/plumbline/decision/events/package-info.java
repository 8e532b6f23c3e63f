/** What this service publishes, one record for each type of event. */
@NullMarked
package dev.plumbline.decision.events;

import org.jspecify.annotations.NullMarked;
