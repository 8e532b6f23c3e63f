/** The HTTP edge: resources, requests and responses. */
@NullMarked
package dev.plumbline.interview.rest;

import org.jspecify.annotations.NullMarked;
