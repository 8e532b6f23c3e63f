/** What this service publishes: one record per type. */
@NullMarked
package dev.plumbline.assessment.events;

import org.jspecify.annotations.NullMarked;
