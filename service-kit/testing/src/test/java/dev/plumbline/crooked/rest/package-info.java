/** Breaks the walls, for the test of the walls. */
@NullMarked
package dev.plumbline.crooked.rest;

import org.jspecify.annotations.NullMarked;
