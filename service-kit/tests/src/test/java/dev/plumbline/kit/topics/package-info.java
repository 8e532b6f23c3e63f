@NullMarked
package dev.plumbline.kit.topics;

import org.jspecify.annotations.NullMarked;
