package dev.plumbline.decision.persistence.ranking;

import dev.plumbline.decision.app.ranking.ExportedDecision;
import dev.plumbline.decision.app.ranking.Rankings.Snapshot;
import java.util.List;
import java.util.function.Function;

/** A ranking whose places are in a file and whose decisions are looked up portion by portion. */
final class FiledRanking implements Snapshot {
    private final PlaceFile places;
    private final Function<List<Place>, List<ExportedDecision>> lookUp;

    FiledRanking(PlaceFile places, Function<List<Place>, List<ExportedDecision>> lookUp) {
        this.places = places;
        this.lookUp = lookUp;
    }

    @Override
    public long size() {
        return places.size();
    }

    @Override
    public List<ExportedDecision> next(int most) {
        List<Place> next = places.next(most);
        return next.isEmpty() ? List.of() : lookUp.apply(next);
    }

    @Override
    public void close() {
        places.close();
    }
}
