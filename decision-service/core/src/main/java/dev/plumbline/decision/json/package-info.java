/**
 * The JSON of the core: reading rubrics and evidence with every fault named, writing decisions, and the canonical bytes
 * that digests are taken over.
 */
@NullMarked
package dev.plumbline.decision.json;

import org.jspecify.annotations.NullMarked;
