/** What is stored, behind the ports of the use cases. Entities never leave. */
@NullMarked
package dev.plumbline.job.persistence;

import org.jspecify.annotations.NullMarked;
