/** The HTTP edge: resources, requests and responses. */
@NullMarked
package dev.plumbline.decision.rest;

import org.jspecify.annotations.NullMarked;
