@NullMarked
package dev.plumbline.kit.security;

import org.jspecify.annotations.NullMarked;
