package dev.plumbline.decision.domain;

/** What a fact says. */
public sealed interface FactContent
        permits Attestation, Lifecycle, Panel, Rating, RedFlag, ScreeningAnswers, SectionResult, Waiver {

    /** What it is said about. */
    FactIdentity identity();
}
