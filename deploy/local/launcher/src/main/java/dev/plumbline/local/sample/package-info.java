/** Twelve candidates whose stories are played through the public REST calls alone. */
@NullMarked
package dev.plumbline.local.sample;

import org.jspecify.annotations.NullMarked;
