@NullMarked
package dev.plumbline.assessment.messaging;

import org.jspecify.annotations.NullMarked;
