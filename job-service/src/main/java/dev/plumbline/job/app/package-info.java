/** What can be done with jobs and applications, one class per use case, and the ports that this needs. */
@NullMarked
package dev.plumbline.job.app;

import org.jspecify.annotations.NullMarked;
