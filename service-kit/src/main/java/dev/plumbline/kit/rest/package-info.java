/** Strict JSON bodies, entity tags, cursors and pages. */
@NullMarked
package dev.plumbline.kit.rest;

import org.jspecify.annotations.NullMarked;
