/** What the services' tests share: real servers, tokens, Kafka by hand, contract checks, the access table, the walls. */
@NullMarked
package dev.plumbline.kit.testing;

import org.jspecify.annotations.NullMarked;
