package dev.plumbline.job.domain;

/** The person who applies. The only personal data of this service: kept apart, erased on request, on no topic. */
public record Candidate(String name, String email) {
    /** Says nothing, so that no log or message can tell who it is. */
    @Override
    public String toString() {
        return "Candidate[...]";
    }
}
