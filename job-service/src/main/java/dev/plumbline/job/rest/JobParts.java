package dev.plumbline.job.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.app.DraftCheck;
import dev.plumbline.job.domain.Description;
import dev.plumbline.job.domain.Employment;
import dev.plumbline.job.domain.FrequentQuestion;
import dev.plumbline.job.domain.InterviewQuestion;
import dev.plumbline.job.domain.Location;
import dev.plumbline.job.domain.Organization;
import dev.plumbline.job.domain.Origin;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.Salary;
import dev.plumbline.job.domain.ScreeningCriterion;
import dev.plumbline.job.domain.Statement;
import dev.plumbline.job.domain.TestReference;
import dev.plumbline.kit.ids.ChosenIds;
import dev.plumbline.kit.rest.ChosenId;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts that a job is written in, by requests. */
final class JobParts {
    /** An id that a person chose and that may stand in a path. */
    static final String ID = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    static final String ID_MESSAGE = "must be 1 to 100 letters, digits, dots, dashes or underscores";

    /** What is said of a criterion's name, which is free: any that the rubric may have. */
    static final String CRITERION =
            "the name that gates ask by: not only blanks, no control characters; it is published, so it names no person";

    /** What is said of the name that an answer is for: it must not be a way for what is said of a person. */
    static final String ANSWERED = "a name that the job's published criteria or gates have, or 1 to 60 letters, digits,"
            + " spaces or . _ : / ' ( ) -; it is published, so it says nothing of a person";

    /** What may be left out, but not be blank: {@code NotBlank} would not take null. */
    static final String SOMETHING = "^[\\s\\S]*\\S[\\s\\S]*$";

    static final String SOMETHING_MESSAGE = "must not be blank";

    static final int LINE = 300;
    static final int TEXT = 5_000;
    static final int ITEMS = 100;

    private JobParts() {}

    record DescriptionRequest(
            @NotBlank @Size(max = TEXT) String function,
            @Nullable @Size(max = TEXT) String coreFocus,
            @Nullable @Size(max = TEXT) String scope) {
        Description toDomain() {
            return new Description(function, orEmpty(coreFocus), orEmpty(scope));
        }
    }

    record OrganizationRequest(
            @NotBlank @Size(max = LINE) String name,
            @Nullable URI url) {
        Organization toDomain() {
            return new Organization(name, url);
        }
    }

    record LocationRequest(
            @NotNull @Pattern(regexp = "^[A-Z]{2}$", message = "must be a country code of ISO 3166-1, such as US") String country,

            @Nullable @Size(max = LINE) String region,
            @Nullable @Size(max = LINE) String city,
            @Nullable @Size(max = LINE) String postalCode,
            @Nullable @Size(max = LINE) String street,
            @Nullable Boolean remote) {
        Location toDomain() {
            return new Location(country, region, city, postalCode, street, Boolean.TRUE.equals(remote));
        }
    }

    record SalaryRequest(
            @NotNull @Pattern(regexp = "^[A-Z]{3}$", message = "must be a currency code of ISO 4217, such as USD") String currency,

            @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 2) BigDecimal min,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 2) BigDecimal max,

            @NotNull Salary.Period per) {
        Salary toDomain() {
            return new Salary(currency, min, max, per);
        }
    }

    record EmploymentRequest(
            @NotEmpty @Size(max = 8) List<Employment.Type> types,
            @Nullable @Size(max = LINE) String workHours,
            @Nullable SalaryRequest salary,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate applyBy) {
        Employment toDomain() {
            return new Employment(types, workHours, salary == null ? null : salary.toDomain(), startsOn, applyBy);
        }
    }

    record ResponsibilityRequest(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String id,

            @NotBlank @Size(max = LINE) String title,
            @NotBlank @Size(max = TEXT) String text,
            @Nullable @Size(max = ITEMS) List<@NotBlank @Size(max = TEXT) String> examples) {
        Responsibility toDomain() {
            return new Responsibility(id, title, text, orNone(examples));
        }
    }

    record StatementRequest(
            @NotBlank @Size(max = TEXT) String text,
            @Nullable Origin origin) {
        Statement toDomain() {
            return new Statement(text, Objects.requireNonNullElse(origin, Origin.TAILORED));
        }
    }

    record FrequentQuestionRequest(
            @NotBlank @Size(max = TEXT) String question,
            @NotBlank @Size(max = TEXT) String answer,
            @Nullable Origin origin) {
        FrequentQuestion toDomain() {
            return new FrequentQuestion(question, answer, Objects.requireNonNullElse(origin, Origin.TAILORED));
        }
    }

    record ScreeningCriterionRequest(
            @Schema(description = CRITERION, minLength = 1, maxLength = ChosenIds.LONGEST) @NotNull @ChosenId
            String id,

            @NotBlank @Size(max = TEXT) String question) {
        ScreeningCriterion toDomain() {
            return new ScreeningCriterion(id, question);
        }
    }

    record InterviewQuestionRequest(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String id,

            @Nullable @Pattern(regexp = "^[A-Z][A-Z_]{0,39}$", message = "must be a word such as STAR or DEEP_DIVE") String kind,

            @NotBlank @Size(max = LINE) String title,
            @NotBlank @Size(max = TEXT) String question,
            @Nullable @Size(max = TEXT) String looksFor,

            @Nullable @Size(max = ITEMS) Map<
                            @Pattern(
                                    regexp = "^(0|[1-9][0-9]{0,2})$",
                                    message = "must be named by a whole rating, such as 3")
                            String,
                            @NotBlank @Size(max = TEXT) String>
                    anchors,

            @Nullable @Size(max = ITEMS) List<@NotBlank @Size(max = TEXT) String> probes) {
        InterviewQuestion toDomain() {
            SortedMap<Integer, String> byRating = new TreeMap<>();
            if (anchors != null) {
                anchors.forEach((rating, text) -> byRating.put(Integer.valueOf(rating), text));
            }
            return new InterviewQuestion(
                    id,
                    Objects.requireNonNullElse(kind, "GENERAL"),
                    title,
                    question,
                    orEmpty(looksFor),
                    byRating,
                    orNone(probes));
        }
    }

    record TestRequest(
            @NotNull @Pattern(regexp = ID, message = ID_MESSAGE) String id,

            @Min(1) int version) {
        TestReference toDomain() {
            return new TestReference(id, version);
        }
    }

    /**
     * What of a draft can be read. A list with a fault in it is null.
     *
     * @param questions null where there are none to compare with the rubric, or where they are at fault
     */
    static DraftCheck.Parts readable(
            @Nullable List<ResponsibilityRequest> responsibilities,
            @Nullable EmploymentRequest employment,
            @Nullable List<InterviewQuestionRequest> questions,
            @Nullable List<ScreeningCriterionRequest> criteria,
            @Nullable JsonNode rubric) {
        return new DraftCheck.Parts(
                orNone(mapped(responsibilities, ResponsibilityRequest::toDomain)),
                employment == null ? null : employment.toDomain(),
                mapped(questions, InterviewQuestionRequest::toDomain),
                orNone(mapped(criteria, ScreeningCriterionRequest::toDomain)),
                rubric == null ? null : rubric.toString());
    }

    static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static <T> List<T> orNone(@Nullable List<T> items) {
        return Objects.requireNonNullElse(items, List.of());
    }

    /** The items as the domain has them, or null where there is no list. */
    static <T, R> @Nullable List<R> mapped(@Nullable List<T> items, Function<T, R> toDomain) {
        return items == null ? null : items.stream().map(toDomain).toList();
    }
}
