package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.rest.Csv;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Csv} with a column for each gate of any of the job's rubrics, empty where a decision's rubric has none of that
 * name. Lines of JSON have every text as it is.
 */
final class CsvFormat implements ExportFormat {
    private static final List<String> COLUMNS = List.of(
            "rank",
            "applicationId",
            "externalId",
            "recommendation",
            "band",
            "complete",
            "low",
            "high",
            "rubricVersion",
            "number",
            "decidedAt");

    private List<String> gates = List.of();

    @Override
    public String mediaType() {
        return Csv.CONTENT_TYPE;
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public void begin(JobGates jobGates, ByteArrayOutputStream out) {
        gates = jobGates.all();
        List<String> header = new ArrayList<>(COLUMNS);
        gates.forEach(gate -> header.add("gate:" + gate));
        Csv.line(header, out);
    }

    @Override
    public void write(List<RankedDecisionResponse> decisions, ByteArrayOutputStream out) {
        decisions.forEach(decision -> Csv.line(cells(decision), out));
    }

    private List<String> cells(RankedDecisionResponse decision) {
        Range total = decision.total();
        List<String> cells = new ArrayList<>(COLUMNS.size() + gates.size());
        cells.add(Csv.cell(decision.rank()));
        cells.add(Csv.cell(decision.applicationId()));
        cells.add(decision.externalId());
        cells.add(decision.recommendation());
        cells.add(Csv.cell(decision.band()));
        cells.add(Csv.cell(decision.complete()));
        cells.add(total == null ? "" : total.low());
        cells.add(total == null ? "" : total.high());
        cells.add(Csv.cell(decision.rubricVersion()));
        cells.add(Csv.cell(decision.number()));
        cells.add(Csv.cell(decision.decidedAt()));
        Map<String, String> states = new HashMap<>();
        for (GateStanding gate : decision.gates()) {
            states.put(gate.gate(), gate.state());
        }
        gates.forEach(gate -> cells.add(states.getOrDefault(gate, "")));
        return cells;
    }
}
