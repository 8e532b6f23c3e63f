@NullMarked
package dev.plumbline.e2e.upgrade;

import org.jspecify.annotations.NullMarked;
