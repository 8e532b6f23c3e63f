@NullMarked
package dev.plumbline.assessment;

import org.jspecify.annotations.NullMarked;
