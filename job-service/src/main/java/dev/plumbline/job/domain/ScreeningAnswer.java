package dev.plumbline.job.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one screening criterion.
 *
 * @param met null where it is not known
 */
public record ScreeningAnswer(String criterion, @Nullable Boolean met) {
    /** One finding for every answer to a criterion that was answered before in the list, at the later one. */
    public static List<Finding> findings(List<ScreeningAnswer> answers) {
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!seen.add(answers.get(i).criterion())) {
                findings.add(
                        new Finding("/screening/" + i, "answers a criterion that is answered before in this list"));
            }
        }
        return findings;
    }
}
