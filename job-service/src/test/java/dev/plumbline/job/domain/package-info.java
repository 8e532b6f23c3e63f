@NullMarked
package dev.plumbline.job.domain;

import org.jspecify.annotations.NullMarked;
