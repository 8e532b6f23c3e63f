/** What every service measures beside its own work: REST by route, consumers' lag, what lies in the database. */
@NullMarked
package dev.plumbline.kit.metrics;

import org.jspecify.annotations.NullMarked;
