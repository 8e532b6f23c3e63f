/** What operators have a service do. */
@NullMarked
package dev.plumbline.kit.operations;

import org.jspecify.annotations.NullMarked;
