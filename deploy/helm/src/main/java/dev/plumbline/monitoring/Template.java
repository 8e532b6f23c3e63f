package dev.plumbline.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an annotation, in which labels and the number of an alert are put in. */
public final class Template {
    private static final Pattern ACTION = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern LABEL = Pattern.compile(" *\\$labels\\.(\\w+) *");
    private static final Pattern VALUE =
            Pattern.compile(" *\\$value(?: *\\| *(humanize|humanizeDuration|humanizePercentage))? *");

    private Template() {}

    /**
     * The labels that a text asks for.
     *
     * @throws IllegalArgumentException where it holds anything but labels and the number
     */
    public static Set<String> labels(String text) {
        Set<String> labels = new TreeSet<>();
        for (MatchResult action : ACTION.matcher(text).results().toList()) {
            Matcher label = LABEL.matcher(action.group(1));
            if (label.matches()) {
                labels.add(label.group(1));
            } else if (!VALUE.matcher(action.group(1)).matches()) {
                throw new IllegalArgumentException("Neither a label nor the value: " + action.group());
            }
        }
        return labels;
    }
}
