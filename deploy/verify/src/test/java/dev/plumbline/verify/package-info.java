@NullMarked
package dev.plumbline.verify;

import org.jspecify.annotations.NullMarked;
