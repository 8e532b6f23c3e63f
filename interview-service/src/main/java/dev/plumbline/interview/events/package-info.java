/** What this service publishes, one record per type. */
@NullMarked
package dev.plumbline.interview.events;

import org.jspecify.annotations.NullMarked;
