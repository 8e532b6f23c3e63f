/** A small application for the tests of the test library. */
@NullMarked
package dev.plumbline.widget.rest;

import org.jspecify.annotations.NullMarked;
