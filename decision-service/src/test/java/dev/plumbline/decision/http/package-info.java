@NullMarked
package dev.plumbline.decision.http;

import org.jspecify.annotations.NullMarked;
