/** What those who run a service see of it and do to it: dead letters, lag, the outbox, rebuilds. */
@NullMarked
package dev.plumbline.kit.operations;

import org.jspecify.annotations.NullMarked;
