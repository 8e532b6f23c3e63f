package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.RankKey;
import dev.plumbline.decision.app.ranking.GateInState;
import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.app.ranking.ListedDecision;
import dev.plumbline.decision.app.ranking.RankedPlace;
import dev.plumbline.decision.app.ranking.RankingFilter;
import dev.plumbline.decision.domain.Band;
import dev.plumbline.decision.domain.GateState;
import dev.plumbline.decision.domain.Recommendation;
import dev.plumbline.decision.rest.QueryParameters;
import dev.plumbline.kit.problem.ProblemException;
import dev.plumbline.kit.rest.Cursor;
import dev.plumbline.kit.rest.Paging;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a ranking.
 *
 * @param reader who asks, and will see it
 * @param limit decisions of a page
 * @param after where the page begins; null for the start
 */
record RankingQuery(
        UUID job,
        String reader,
        RankingFilter filter,
        int limit,
        @Nullable RankedPlace after) {
    private static final String NO_BAND = "NONE";
    private static final int PARTS = 3;

    /**
     * A page of it.
     *
     * @throws ProblemException 422 with every fault
     */
    static RankingQuery page(UUID job, String reader, JobGates gates, MultivaluedMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        RankingFilter filter = filter(parameters, gates);
        int limit = limit(parameters);
        String cursor = parameters.one("cursor");
        RankedPlace after = cursor == null ? null : after(cursor, filter.fingerprint(job), parameters);
        parameters.requireNoFaults();
        return new RankingQuery(job, reader, filter, limit, after);
    }

    /**
     * All of it.
     *
     * @throws ProblemException 422 with every fault; pages are none of an export's business
     */
    static RankingQuery whole(UUID job, String reader, JobGates gates, MultivaluedMap<String, String> given) {
        QueryParameters parameters = new QueryParameters(given);
        RankingFilter filter = filter(parameters, gates);
        for (String name : List.of("limit", "cursor")) {
            if (!parameters.all(name).isEmpty()) {
                parameters.fault(name, "is for pages: an export is whole");
            }
        }
        parameters.requireNoFaults();
        return new RankingQuery(job, reader, filter, Paging.DEFAULT_LIMIT, null);
    }

    /** The cursor after a decision of this list. */
    String cursorAfter(ListedDecision listed) {
        RankedPlace place = listed.place();
        return Cursor.encode(place.rank().toString(), place.applicationId().toString(), filter.fingerprint(job));
    }

    private static RankingFilter filter(QueryParameters parameters, JobGates gates) {
        Set<Recommendation> recommendations =
                parameters.constants("recommendation", Recommendation.class, parameters.all("recommendation"));
        List<String> bands = new ArrayList<>(parameters.all("band"));
        boolean bandless = bands.removeIf(NO_BAND::equals);
        return new RankingFilter(
                recommendations, bands(parameters, bands), bandless, gates(parameters, gates), open(parameters));
    }

    private static Set<Band> bands(QueryParameters parameters, List<String> names) {
        for (String name : names) {
            if (List.of(Band.values()).stream().noneMatch(band -> band.name().equals(name))) {
                parameters.fault("band", "must be one of " + QueryParameters.names(Band.class) + ", " + NO_BAND);
                return Set.of();
            }
        }
        return parameters.constants("band", Band.class, names);
    }

    private static List<GateInState> gates(QueryParameters parameters, JobGates gates) {
        List<GateInState> wanted = new ArrayList<>();
        for (String value : parameters.all("gate")) {
            // The last one: ids of gates may have colons of their own.
            int colon = value.lastIndexOf(':');
            String gate = colon < 0 ? value : value.substring(0, colon);
            if (!gates.all().contains(gate)) {
                parameters.fault("gate", "must name a gate of the job's rubrics, as in gate=id:FAILED");
                continue;
            }
            List<String> state = List.of(value.substring(colon + 1));
            parameters.constants("gate", GateState.class, state).forEach(one -> wanted.add(new GateInState(gate, one)));
        }
        return wanted;
    }

    private static @Nullable Boolean open(QueryParameters parameters) {
        return switch (parameters.one("open")) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> {
                parameters.fault("open", "must be true or false");
                yield null;
            }
        };
    }

    private static int limit(QueryParameters parameters) {
        try {
            return Paging.limit(parameters.one("limit"));
        } catch (ProblemException e) {
            parameters.fault("limit", "must be from 1 to " + Paging.MOST);
            return Paging.DEFAULT_LIMIT;
        }
    }

    private static @Nullable RankedPlace after(String cursor, String fingerprint, QueryParameters parameters) {
        try {
            List<String> parts = Cursor.decode(cursor, PARTS);
            RankedPlace place = new RankedPlace(
                    RankKey.of(HexFormat.of().parseHex(parts.getFirst())), UUID.fromString(parts.get(1)));
            // Where filters are at fault, nobody knows whose cursor it is.
            if (parts.getLast().equals(fingerprint) || parameters.hasFaults()) {
                return place;
            }
            parameters.fault("cursor", "belongs to a list with other filters, or of another job");
        } catch (IllegalArgumentException | ProblemException e) {
            parameters.fault("cursor", "is none of this list's; take it from next, or leave it out");
        }
        return null;
    }
}
