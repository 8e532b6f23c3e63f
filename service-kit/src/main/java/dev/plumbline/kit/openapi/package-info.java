/** What the OpenAPI documents of all services say alike. */
@NullMarked
package dev.plumbline.kit.openapi;

import org.jspecify.annotations.NullMarked;
