package dev.plumbline.job.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.app.PlanSizes;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.ScreeningAnswer;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.SelectionPlan;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.job.domain.TestVersion.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts of jobs as the JSON texts of columns, which are told to others as they are, and reads them back. */
@ApplicationScoped
class StoredJson implements PlanSizes {
    private static final TypeReference<List<ScreeningAnswer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Section>> SECTIONS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    StoredJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A plan without its rubric, which has a column of its own. */
    private record PlanColumn(
            List<InterviewQuestion> interviewQuestions,
            List<ScreeningCriterion> screeningCriteria,
            @Nullable TestReference test) {}

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be stored: " + value.getClass(), e);
        }
    }

    String planWithoutRubric(SelectionPlan plan) {
        return write(new PlanColumn(plan.interviewQuestions(), plan.screeningCriteria(), plan.test()));
    }

    @Override
    public long of(SelectionPlan plan) {
        return utf8Length(planWithoutRubric(plan)) + utf8Length(plan.rubric());
    }

    private static long utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    SelectionPlan plan(String column, String rubric) {
        PlanColumn plan = read(column, PlanColumn.class);
        return new SelectionPlan(rubric, plan.interviewQuestions(), plan.screeningCriteria(), plan.test());
    }

    JobProfile profile(String column) {
        return read(column, JobProfile.class);
    }

    List<ScreeningAnswer> screening(String column) {
        return read(column, ANSWERS);
    }

    List<Section> sections(String column) {
        return read(column, SECTIONS);
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Was stored, but cannot be read: " + type, e);
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Was stored, but cannot be read: " + type.getType(), e);
        }
    }
}
