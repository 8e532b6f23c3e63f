@NullMarked
package dev.plumbline.decision.app.certificate;

import org.jspecify.annotations.NullMarked;
