/** The OIDC issuer of a local platform; bound to localhost, never part of a service. */
@NullMarked
package dev.plumbline.local.issuer;

import org.jspecify.annotations.NullMarked;
