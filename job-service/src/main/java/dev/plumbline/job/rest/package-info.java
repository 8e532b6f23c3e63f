/** The REST interface: resources, request and response records. */
@NullMarked
package dev.plumbline.job.rest;

import org.jspecify.annotations.NullMarked;
