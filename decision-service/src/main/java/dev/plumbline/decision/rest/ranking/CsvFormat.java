package dev.plumbline.decision.rest.ranking;

import dev.plumbline.decision.app.ranking.JobGates;
import dev.plumbline.decision.rest.OutcomeResponse.GateStanding;
import dev.plumbline.decision.rest.OutcomeResponse.Range;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) in UTF-8 with a header; a column for each gate of any of the job's rubrics, empty where a decision's
 * rubric has none of that name. A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
 * advises (CSV Injection); lines of JSON have every text as it is.
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
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";

    private List<String> gates = List.of();

    @Override
    public String mediaType() {
        return "text/csv;charset=utf-8;header=present";
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
        line(header, out);
    }

    @Override
    public void write(List<RankedDecisionResponse> decisions, ByteArrayOutputStream out) {
        decisions.forEach(decision -> line(cells(decision), out));
    }

    private List<String> cells(RankedDecisionResponse decision) {
        Range total = decision.total();
        List<String> cells = new ArrayList<>(COLUMNS.size() + gates.size());
        cells.add(text(decision.rank()));
        cells.add(text(decision.applicationId()));
        cells.add(decision.externalId());
        cells.add(decision.recommendation());
        cells.add(text(decision.band()));
        cells.add(text(decision.complete()));
        cells.add(total == null ? "" : total.low());
        cells.add(total == null ? "" : total.high());
        cells.add(text(decision.rubricVersion()));
        cells.add(text(decision.number()));
        cells.add(text(decision.decidedAt()));
        Map<String, String> states = new HashMap<>();
        for (GateStanding gate : decision.gates()) {
            states.put(gate.gate(), gate.state());
        }
        gates.forEach(gate -> cells.add(states.getOrDefault(gate, "")));
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void line(List<String> cells, ByteArrayOutputStream out) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(harmless(cell)));
        }
        out.writeBytes(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == '"' || sign == ',' || sign == ';' || sign < ' ');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
