package dev.plumbline.interview.events;

import java.util.List;
import java.util.UUID;

/**
 * Who is expected to rate a question of an application. Identity: application and question.
 *
 * @param applicationId whose application
 * @param question the question's id
 * @param revision at least 1, strictly increasing
 * @param raters user ids in their order; empty when no interview asks the question any more
 */
public record PanelAssigned(UUID applicationId, String question, int revision, List<String> raters) {
    /** The CloudEvent's type. */
    public static final String TYPE = "dev.plumbline.interview.panel-assigned.v1";

    public PanelAssigned {
        raters = List.copyOf(raters);
    }
}
