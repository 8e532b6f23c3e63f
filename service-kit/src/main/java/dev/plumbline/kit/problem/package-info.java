/** RFC 9457 problem details: what a service answers when it cannot do what was asked. */
@NullMarked
package dev.plumbline.kit.problem;

import org.jspecify.annotations.NullMarked;
