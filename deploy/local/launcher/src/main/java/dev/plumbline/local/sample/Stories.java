package dev.plumbline.local.sample;

import dev.plumbline.local.sample.Step.Attested;
import dev.plumbline.local.sample.Step.CommunicationDelivered;
import dev.plumbline.local.sample.Step.Decided;
import dev.plumbline.local.sample.Step.FlagRaised;
import dev.plumbline.local.sample.Step.FlagRuled;
import dev.plumbline.local.sample.Step.FormHandedIn;
import dev.plumbline.local.sample.Step.InterviewPlanned;
import dev.plumbline.local.sample.Step.RatingCorrected;
import dev.plumbline.local.sample.Step.SectionDelivered;
import dev.plumbline.local.sample.Step.TakesTest;
import dev.plumbline.local.sample.Step.VerdictGiven;
import dev.plumbline.local.sample.Step.Withdraws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The twelve stories. Between them they show every gate, every recommendation and what may change them. */
public final class Stories {
    private static final String ANA = "interviewer";
    private static final String BEN = "interviewer-2";
    private static final String CAL = "interviewer-3";

    private Stories() {}

    /** All of them, in the order in which they are played. */
    public static List<Story> all() {
        return List.of(
                amara(), ben(), carla(), dmitri(), elena(), farid(), grace(), hugo(), ines(), jonas(), keiko(), liam());
    }

    private static Story amara() {
        return story(
                "01",
                "Amara Okafor",
                "strong: every gate passed, the total above 80",
                steps(
                        takesTest("Amara", 5, 4, "billing-3", "cognitive-4"),
                        interviewed(List.of(5, 4, 5, 4, 4, 5, 4, 5), List.of(4, 5, 4, 5, 4, 5, 5, 4)),
                        communicates(true),
                        List.of(
                                new Decided("ADVANCE"),
                                new VerdictGiven("HIRE", "Strong throughout, and the panel agrees."))));
    }

    private static Story ben() {
        return story(
                "02",
                "Ben Whitaker",
                "discuss: between 60 and 80, no gate failed",
                steps(
                        takesTest(
                                "Ben",
                                3,
                                3,
                                "hipaa-2",
                                "billing-3",
                                "scheduling-1",
                                "scheduling-2",
                                "osha-clia-4",
                                "communication-2",
                                "judgment-4",
                                "attention-to-detail-1",
                                "attention-to-detail-5",
                                "cognitive-2",
                                "cognitive-4"),
                        interviewed(List.of(4, 3, 3, 4, 3, 4, 4, 3), List.of(3, 4, 4, 3, 3, 3, 4, 4)),
                        communicates(true),
                        List.of(new Decided("DISCUSS"), new VerdictGiven("HOLD", "To be compared once all are in."))));
    }

    private static Story carla() {
        return story(
                "03",
                "Carla Mendes",
                "fail: below 60 although every gate is passed",
                steps(
                        delivered(4, 4, 3, 3),
                        otherSections(15, 2, 2, 2, 2),
                        interviewed(List.of(2, 2, 3, 3, 2, 2, 2, 2), List.of(2, 2, 3, 3, 2, 2, 2, 3)),
                        communicates(true),
                        List.of(
                                new Decided("REJECT"),
                                new VerdictGiven("REJECT", "Below the bar in the test and in the interview alike."))));
    }

    private static Story dmitri() {
        return story(
                "04",
                "Dmitri Volkov",
                "compliance questions below 70%, hired by an override",
                steps(
                        delivered(3, 3, 3, 4),
                        otherSections(33, 3, 5, 5, 5),
                        interviewed(List.of(5, 5, 5, 4, 5, 5, 4, 5), List.of(5, 4, 5, 5, 5, 5, 5, 4)),
                        communicates(true),
                        List.of(
                                new Decided("REJECT"),
                                new VerdictGiven(
                                        "HIRE",
                                        "Certified in another state last year; will take the compliance course in week one."))));
    }

    private static Story elena() {
        return story(
                "05",
                "Elena Rossi",
                "a corrected rating takes a must-have interview question below 3",
                steps(
                        takesTest("Elena", 5, 5, "scheduling-2", "judgment-5"),
                        interviewed(List.of(5, 5, 3, 4, 5, 5, 5, 4), List.of(5, 4, 3, 4, 5, 5, 5, 5)),
                        communicates(true),
                        List.of(
                                new Decided("ADVANCE"),
                                new RatingCorrected(
                                        BEN, "billing", 2, "Mixed up two candidates' notes on denied claims."),
                                new Decided("REJECT"))));
    }

    private static Story farid() {
        return story(
                "06",
                "Farid Haddad",
                "next to no HIPAA knowledge under a high total",
                steps(
                        delivered(1, 5, 5, 5),
                        otherSections(32, 3, 5, 5, 5),
                        interviewed(List.of(5, 5, 5, 5, 4, 4, 5, 5), List.of(4, 5, 5, 5, 5, 4, 5, 5)),
                        communicates(true),
                        List.of(new Decided("REJECT"))));
    }

    private static Story grace() {
        return story(
                "07",
                "Grace Lin",
                "a red flag raised and confirmed under a high total",
                steps(
                        delivered(5, 5, 4, 5),
                        otherSections(33, 3, 5, 4, 5),
                        interviewed(List.of(5, 5, 5, 5, 5, 4, 4, 4), List.of(5, 4, 5, 5, 5, 5, 4, 4)),
                        communicates(true),
                        List.of(
                                new Decided("ADVANCE"),
                                new FlagRaised(
                                        ANA,
                                        "CONFIDENTIALITY_BREACH",
                                        "Told us a former patient's diagnosis, with the name."),
                                new Decided("DISCUSS"),
                                new FlagRuled(true, "Two panel members heard it and wrote it down."),
                                new Decided("REJECT"))));
    }

    private static Story hugo() {
        return story(
                "08",
                "Hugo Martin",
                "communication below the baseline caps a high total at discuss",
                steps(
                        delivered(5, 5, 5, 4),
                        otherSections(29, 3, 5, 5, 4),
                        interviewed(List.of(4, 4, 5, 5, 5, 4, 4, 4), List.of(4, 5, 5, 5, 4, 4, 4, 4)),
                        communicates(false),
                        List.of(new Decided("DISCUSS"))));
    }

    private static Story ines() {
        return new Story(
                "sample-09",
                "Ines Duarte",
                "cannot work on site: rejected whatever the total",
                false,
                steps(
                        List.of(new Decided("REJECT")),
                        delivered(5, 4, 5, 5),
                        otherSections(32, 3, 5, 5, 5),
                        interviewed(List.of(5, 5, 4, 5, 5, 5, 5, 5), List.of(5, 5, 5, 4, 5, 5, 4, 5)),
                        communicates(true),
                        List.of(new Decided("REJECT"))));
    }

    private static Story jonas() {
        return story(
                "10",
                "Jonas Weber",
                "a red flag dismissed, and one question not asked by a third rater",
                steps(
                        takesTest("Jonas", 4, 5, "osha-clia-1", "cognitive-2"),
                        List.of(
                                new InterviewPlanned(List.of(ANA, BEN, CAL)),
                                new FormHandedIn(ANA, List.of(5, 4, 4, 5, 4, 5, 5, 5)),
                                new FormHandedIn(BEN, List.of(4, 5, 5, 4, 5, 5, 4, 4)),
                                new FormHandedIn(CAL, List.of(5, 4, 5, 5, 0, 4, 5, 5)),
                                new FlagRaised(CAL, "DISPARAGED_EMPLOYER", "Called the last practice chaotic.")),
                        communicates(true),
                        List.of(
                                new Decided("DISCUSS"),
                                new FlagRuled(false, "A fair description of a practice that has closed since."),
                                new Decided("ADVANCE"))));
    }

    private static Story keiko() {
        return story(
                "11",
                "Keiko Tanaka",
                "rejected early: even a perfect interview cannot reach 60",
                steps(
                        delivered(1, 1, 1, 1),
                        List.of(new CommunicationDelivered(4, 0)),
                        List.of(
                                new SectionDelivered("judgment", 1),
                                new SectionDelivered("attention-to-detail", 0),
                                new SectionDelivered("cognitive", 1)),
                        List.of(new Decided("REJECT"))));
    }

    private static Story liam() {
        return story(
                "12",
                "Liam Byrne",
                "withdraws before the interview",
                steps(
                        delivered(4, 5, 4, 4),
                        List.of(new Decided("PENDING"), new InterviewPlanned(List.of(ANA, BEN)), new Withdraws())));
    }

    private static Story story(String number, String name, String about, List<Step> steps) {
        return new Story("sample-" + number, name, about, true, steps);
    }

    @SafeVarargs
    private static List<Step> steps(List<? extends Step>... parts) {
        List<Step> steps = new ArrayList<>();
        for (List<? extends Step> part : parts) {
            steps.addAll(part);
        }
        return steps;
    }

    private static List<Step> takesTest(String writer, int first, int second, String... wrong) {
        List<String> letters = List.of(
                "Dear Ms. Alvarez, I am sorry. You waited 70 minutes with a sick child and nobody told you why. Your"
                        + " copay is refunded today, and I have changed how we tell people about delays. " + writer,
                "From Monday we ask every patient for full name and date of birth and compare both with the record."
                        + " It takes seconds and keeps people safe. Come to me with what gets in the way. " + writer);
        return List.of(new TakesTest(Set.of(wrong), letters, Map.of("assessor", first, "assessor-2", second)));
    }

    private static List<Step> delivered(int hipaa, int billing, int scheduling, int oshaClia) {
        return List.of(
                new SectionDelivered("hipaa", hipaa),
                new SectionDelivered("billing", billing),
                new SectionDelivered("scheduling", scheduling),
                new SectionDelivered("osha-clia", oshaClia));
    }

    private static List<Step> otherSections(int earned, int right, int judgment, int attention, int cognitive) {
        return List.of(
                new CommunicationDelivered(earned, right),
                new SectionDelivered("judgment", judgment),
                new SectionDelivered("attention-to-detail", attention),
                new SectionDelivered("cognitive", cognitive));
    }

    private static List<Step> interviewed(List<Integer> ana, List<Integer> ben) {
        return List.of(new InterviewPlanned(List.of(ANA, BEN)), new FormHandedIn(ANA, ana), new FormHandedIn(BEN, ben));
    }

    private static List<Step> communicates(boolean met) {
        return List.of(new Attested(ANA, met), new Attested(BEN, met));
    }
}
