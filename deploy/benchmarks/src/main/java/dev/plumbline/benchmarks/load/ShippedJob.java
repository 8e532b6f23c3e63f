package dev.plumbline.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The job that ships as a template, and the test that it pins: their files are read, not copied, so that the benchmark
 * measures what is shipped.
 *
 * @param template the job's template, whole
 * @param sections the sections of the test
 * @param questions the ids of the interview questions
 * @param screening the ids of the screening criteria
 */
public record ShippedJob(JsonNode template, List<Section> sections, List<String> questions, List<String> screening) {
    private static final String TEMPLATE = "job-service/src/main/resources/templates/medical-office-manager.json";
    private static final String TEST = "assessment-service/src/main/resources/tests/medical-office-manager.json";

    /**
     * A section of the test.
     *
     * @param possible points there are
     * @param questions how many of its items have a right answer
     */
    public record Section(String id, int possible, int questions) {}

    /** Keeps its own copies. */
    public ShippedJob {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        screening = List.copyOf(screening);
    }

    /**
     * Reads the shipped files.
     *
     * @param repository the root of the project
     */
    public static ShippedJob read(Path repository) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode template = mapper.readTree(repository.resolve(TEMPLATE).toFile());
        JsonNode test = mapper.readTree(repository.resolve(TEST).toFile());
        List<Section> sections = new ArrayList<>();
        test.required("sections").forEach(section -> sections.add(section(section)));
        return new ShippedJob(
                template,
                sections,
                ids(template.required("interviewQuestions")),
                ids(template.required("screeningCriteria")));
    }

    private static Section section(JsonNode json) {
        int possible = 0;
        int questions = 0;
        for (JsonNode item : json.required("items")) {
            possible += item.required("points").asInt();
            questions += item.required("type").asText().equals("WRITTEN") ? 0 : 1;
        }
        return new Section(json.required("id").asText(), possible, questions);
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.required("id").asText())
                .toList();
    }

    /**
     * The data of {@code job.published.v1}.
     *
     * @param version 1 for the first publication; a later one reaches all open applications
     */
    public ObjectNode published(String jobId, int version) {
        ObjectNode data = new ObjectMapper().createObjectNode();
        data.put("jobId", jobId).put("version", version).put("revision", 1).put("status", "OPEN");
        data.set("title", template.required("title"));
        data.put("appliesTo", version == 1 ? "NEW_APPLICATIONS" : "ALL_OPEN_APPLICATIONS");
        data.set("rubric", template.required("rubric"));
        data.set("test", template.required("test"));
        data.set("interviewQuestions", template.required("interviewQuestions"));
        data.set("screeningCriteria", template.required("screeningCriteria"));
        return data;
    }
}
