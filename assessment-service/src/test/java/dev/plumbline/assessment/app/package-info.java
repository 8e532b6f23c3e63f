@NullMarked
package dev.plumbline.assessment.app;

import org.jspecify.annotations.NullMarked;
