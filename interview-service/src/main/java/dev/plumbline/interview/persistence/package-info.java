/** PostgreSQL behind the ports of app; entities stay in here. */
@NullMarked
package dev.plumbline.interview.persistence;

import org.jspecify.annotations.NullMarked;
