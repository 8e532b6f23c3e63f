package dev.plumbline.decision.app;

import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands after its latest decision: what the next one is compared with and chained to. Digests are
 * 64 hexadecimal digits.
 *
 * @param number of the latest decision, 1 or more
 * @param rank its place among the decisions of its job
 * @param publishedChain the chain digest of the last published decision
 * @param publication the digest of what the last published decision shows
 */
public record Standing(
        int number,
        int rubricVersion,
        String inputDigest,
        String chainDigest,
        Recommendation recommendation,
        @Nullable Band band,
        boolean complete,
        RankKey rank,
        String publishedChain,
        String publication) {}
