/** What can go wrong around the services, done to them while they work, and what has to hold afterwards. */
@NullMarked
package dev.plumbline.e2e.faults;

import org.jspecify.annotations.NullMarked;
