/**
 * What the chart's alerts and dashboards ask, read and evaluated without Prometheus: the part of its query language that
 * they are written in, and no more. What it does not know it refuses.
 */
@NullMarked
package dev.plumbline.monitoring;

import org.jspecify.annotations.NullMarked;
