/**
 * Certificates of decisions: all that an application's decisions were made of, in a form that anybody can recompute
 * (docs/certificates.md). Writing and recomputing are here, because the service and the standalone verifier share them.
 */
@NullMarked
package dev.plumbline.decision.certificate;

import org.jspecify.annotations.NullMarked;
