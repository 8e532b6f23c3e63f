package dev.plumbline.decision.domain.counterfactual;

import dev.plumbline.decision.domain.Decision;
import dev.plumbline.decision.domain.Rational;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.domain.counterfactual.LeastPoint.Point;
import dev.plumbline.decision.domain.counterfactual.Lever.Side;
import dev.plumbline.decision.domain.counterfactual.Trials.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the smallest steps of two levers that are numbers, exactly. The lines of {@link Turns} cut all that the two can
 * come to into parts, and in one part all is decided alike. Parts are looked at in the order of the smallest step in each
 * of them; so the first one that comes to another recommendation has the smallest step that does.
 */
final class PlaneSearch {
    /** A line looked at, or a round of the search for whole numbers, as against one node looked at. */
    private static final long WORK_OF_A_LOOK = 4;

    private static final int OTHERS = Recommendation.values().length - 1;

    private final Plane plane;
    private final Map<Recommendation, Change> found;
    private final PriorityQueue<Part> parts =
            new PriorityQueue<>(Comparator.comparing(Part::size).thenComparing(Part::number));
    private final Map<BitSet, Recommendation> known = new HashMap<>();
    private int numbers;

    /**
     * Points that no line is known to cut yet.
     *
     * @param cuts the lines that cut it off from others
     * @param smallest the point whose steps are the smallest
     * @param number in the order of their making
     */
    private record Part(Quarter quarter, List<HalfPlane> cuts, Point smallest, Rational size, int number) {}

    /** Where each of the levers goes one way only, so that the size is a weighted sum. */
    private record Quarter(Box box, LeastPoint search) {}

    /** @param found by recommendation, to be filled */
    PlaneSearch(Plane plane, Map<Recommendation, Change> found) {
        this.plane = plane;
        this.found = found;
    }

    /** False where it gave up; what was found before is the smallest there is all the same. */
    boolean search(long mostWork) {
        Outcome lowest = plane.at(0, 0);
        Outcome highest = plane.at(plane.one().last(), plane.other().last());
        if (lowest.look().equals(highest.look())
                && lowest.recommendation() == plane.trials().base().recommendation()) {
            return true;
        }
        List<Turn> turns = Turns.of(plane, lowest.decision(), highest.decision());
        addQuarters();
        for (Part part = parts.poll(); part != null && found.size() < OTHERS; part = parts.poll()) {
            if (plane.trials().work() > mostWork) {
                return false;
            }
            take(part.smallest(), part.size(), turns);
            cut(part, turns);
        }
        return true;
    }

    private void addQuarters() {
        for (Side one : plane.one().sides()) {
            for (Side other : plane.other().sides()) {
                Box box = new Box(one.low(), one.high(), other.low(), other.high());
                add(
                        new Quarter(
                                box,
                                new LeastPoint(
                                        weight(one, plane.one(), plane.other()),
                                        weight(other, plane.other(), plane.one()))),
                        List.of());
            }
        }
    }

    /** What a step to the next value adds to the size, times the room of both. */
    private static BigInteger weight(Side side, Lever lever, Lever other) {
        return BigInteger.valueOf(side.way())
                .multiply(BigInteger.valueOf(lever.values().unit()))
                .multiply(BigInteger.valueOf(other.span()));
    }

    private void add(Quarter quarter, List<HalfPlane> cuts) {
        long before = quarter.search().work();
        Point smallest = quarter.search().find(quarter.box(), cuts);
        plane.trials().addWork(WORK_OF_A_LOOK * (quarter.search().work() - before));
        if (smallest != null) {
            Rational size = plane.one().size(smallest.i()).plus(plane.other().size(smallest.j()));
            parts.add(new Part(quarter, cuts, smallest, size, numbers++));
        }
    }

    private void take(Point point, Rational size, List<Turn> turns) {
        BitSet so = new BitSet(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            so.set(i, turns.get(i).reached().contains(point.i(), point.j()));
        }
        if (known.containsKey(so)) {
            return;
        }
        Decision decision = plane.at(point.i(), point.j()).decision();
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).isSo().test(decision) != so.get(i)) {
                throw new IllegalStateException("two steps do not come to what was computed of them");
            }
        }
        Recommendation then = decision.recommendation();
        known.put(so, then);
        if (then != plane.trials().base().recommendation()) {
            List<Step> steps =
                    List.of(plane.one().step(point.i()), plane.other().step(point.j()));
            found.putIfAbsent(then, new Change(steps, then, size));
        }
    }

    /** What is on the point's side of all lines is decided as the point is. The rest, line by line, is to be looked at. */
    private void cut(Part part, List<Turn> turns) {
        List<HalfPlane> cuts = new ArrayList<>(part.cuts());
        Set<HalfPlane> done = new HashSet<>(cuts);
        plane.trials().addWork(turns.size());
        for (Turn turn : turns) {
            HalfPlane reached = turn.reached();
            if (!reached.cuts(part.quarter().box()) || done.contains(reached) || done.contains(reached.rest())) {
                continue;
            }
            boolean isReached =
                    reached.contains(part.smallest().i(), part.smallest().j());
            HalfPlane here = isReached ? reached : reached.rest();
            add(part.quarter(), plus(cuts, here.rest()));
            cuts.add(here);
            done.add(here);
        }
    }

    private static List<HalfPlane> plus(List<HalfPlane> cuts, HalfPlane one) {
        List<HalfPlane> more = new ArrayList<>(cuts);
        more.add(one);
        return more;
    }
}
