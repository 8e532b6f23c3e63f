/** The JSON form of a test, as it ships, is sent and is stored. */
@NullMarked
package dev.plumbline.assessment.format;

import org.jspecify.annotations.NullMarked;
