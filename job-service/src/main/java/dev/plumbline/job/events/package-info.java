/** What this service publishes: one record per type, as its JSON Schema in {@code contracts} says. No personal data. */
@NullMarked
package dev.plumbline.job.events;

import org.jspecify.annotations.NullMarked;
