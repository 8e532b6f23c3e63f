@NullMarked
package dev.plumbline.interview.domain;

import org.jspecify.annotations.NullMarked;
