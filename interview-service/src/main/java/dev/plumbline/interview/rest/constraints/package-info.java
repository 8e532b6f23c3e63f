/** What a request has to meet beyond the constraints of Jakarta Validation. */
@NullMarked
package dev.plumbline.interview.rest.constraints;

import org.jspecify.annotations.NullMarked;
