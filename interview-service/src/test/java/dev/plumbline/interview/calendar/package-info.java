@NullMarked
package dev.plumbline.interview.calendar;

import org.jspecify.annotations.NullMarked;
