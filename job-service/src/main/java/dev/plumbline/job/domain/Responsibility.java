package dev.plumbline.job.domain;

import java.util.List;

/**
 * One area of responsibility.
 *
 * @param id unique within the job
 * @param examples what it means in daily work; may be empty
 */
public record Responsibility(String id, String title, String text, List<String> examples) {
    public Responsibility {
        examples = List.copyOf(examples);
    }
}
