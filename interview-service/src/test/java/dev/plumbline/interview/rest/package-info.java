@NullMarked
package dev.plumbline.interview.rest;

import org.jspecify.annotations.NullMarked;
