@NullMarked
package dev.plumbline.assessment.domain;

import org.jspecify.annotations.NullMarked;
