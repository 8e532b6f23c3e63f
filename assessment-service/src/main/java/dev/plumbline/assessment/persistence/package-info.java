/** Entities and repositories behind the ports of the use cases. */
@NullMarked
package dev.plumbline.assessment.persistence;

import org.jspecify.annotations.NullMarked;
