package dev.plumbline.assessment;

/** A small test of two sections, with an item of each kind. */
public final class TestTexts {

    private TestTexts() {}

    /** Three keyed items in {@code facts}, 2.5 points each; one keyed (5) and one written one (10) in {@code writing}. */
    public static String small(String id, int raters) {
        return """
                {"id": "%s", "title": "Small", "instructions": "Answer.", "durationMinutes": 60, "sections": [
                  {"id": "facts", "name": "Facts", "competency": "knowledge", "items": [
                    {"id": "single", "type": "SINGLE_CHOICE", "prompt": "One?", "points": 2.5, "key": ["b"],
                     "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}], "rationale": "Because."},
                    {"id": "multiple", "type": "MULTIPLE_CHOICE", "prompt": "Which?", "points": 2.5, "key": ["a", "c"],
                     "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}]},
                    {"id": "numeric", "type": "NUMERIC", "prompt": "How much?", "points": 2.5,
                     "key": {"value": 12.5, "tolerance": 0.1}}]},
                  {"id": "writing", "name": "Writing", "competency": "communication", "items": [
                    {"id": "essay", "type": "WRITTEN", "prompt": "Write.", "maxLength": 100, "points": 10,
                     "rating": {"raters": %d, "criteria": [
                       {"id": "clarity", "name": "Clarity", "anchors":
                         {"1": "c1", "2": "c2", "3": "c3", "4": "c4", "5": "c5"}},
                       {"id": "empathy", "name": "Empathy", "anchors":
                         {"1": "e1", "2": "e2", "3": "e3", "4": "e4", "5": "e5"}}]}},
                    {"id": "tone", "type": "SINGLE_CHOICE", "prompt": "Tone?", "points": 5, "key": ["x"],
                     "options": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}]}]}]}
                """.formatted(id, raters);
    }
}
