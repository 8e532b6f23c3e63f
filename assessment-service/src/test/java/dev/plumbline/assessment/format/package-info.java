@NullMarked
package dev.plumbline.assessment.format;

import org.jspecify.annotations.NullMarked;
