package dev.plumbline.job.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plumbline.job.app.FindJobs.Posting;
import dev.plumbline.job.domain.Employment;
import dev.plumbline.job.domain.JobProfile;
import dev.plumbline.job.domain.Location;
import dev.plumbline.job.domain.Organization;
import dev.plumbline.job.domain.Responsibility;
import dev.plumbline.job.domain.Salary;
import dev.plumbline.job.domain.Statement;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job as schema.org's JobPosting, in JSON-LD; what the job does not say is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JobPosting(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        PropertyValue identifier,
        String title,
        String description,
        String responsibilities,
        String skills,
        String qualifications,
        @Nullable LocalDate datePosted,
        @Nullable LocalDate validThrough,
        @Nullable LocalDate jobStartDate,
        List<Employment.Type> employmentType,
        @Nullable String workHours,
        @Nullable HiringOrganization hiringOrganization,
        @Nullable Place jobLocation,
        @Nullable String jobLocationType,
        @Nullable Country applicantLocationRequirements,
        @Nullable MonetaryAmount baseSalary) {

    record PropertyValue(@JsonProperty("@type") String type, String name, String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record HiringOrganization(
            @JsonProperty("@type") String type,
            String name,
            @Nullable URI sameAs) {}

    record Place(@JsonProperty("@type") String type, PostalAddress address) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PostalAddress(
            @JsonProperty("@type") String type,
            @Nullable String streetAddress,
            @Nullable String addressLocality,
            @Nullable String addressRegion,
            @Nullable String postalCode,
            String addressCountry) {}

    record Country(@JsonProperty("@type") String type, String name) {}

    record MonetaryAmount(@JsonProperty("@type") String type, String currency, QuantitativeValue value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record QuantitativeValue(
            @JsonProperty("@type") String type,
            @Nullable BigDecimal value,
            @Nullable BigDecimal minValue,
            @Nullable BigDecimal maxValue,
            Salary.Period unitText) {}

    static JobPosting of(Posting posting) {
        JobProfile profile = posting.profile();
        Employment employment = profile.employment();
        Location location = profile.location();
        return new JobPosting(
                "https://schema.org",
                "JobPosting",
                new PropertyValue(
                        "PropertyValue", "Plumbline", posting.job().id().toString()),
                profile.title(),
                description(profile),
                lines(profile.responsibilities().stream().map(JobPosting::line)),
                lines(profile.skills().stream().map(Statement::text)),
                lines(profile.qualifications().stream().map(Statement::text)),
                posting.published() == null ? null : LocalDate.ofInstant(posting.published(), ZoneOffset.UTC),
                employment == null ? null : employment.applyBy(),
                employment == null ? null : employment.startsOn(),
                employment == null ? List.of() : employment.types(),
                employment == null ? null : employment.workHours(),
                organization(profile.organization()),
                place(location),
                location != null && location.remote() ? "TELECOMMUTE" : null,
                location != null && location.remote() ? new Country("Country", location.country()) : null,
                salary(employment == null ? null : employment.salary()));
    }

    private static String description(JobProfile profile) {
        return Stream.of(
                        profile.description().function(),
                        profile.description().coreFocus(),
                        profile.description().scope())
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String line(Responsibility responsibility) {
        return responsibility.title() + ": " + responsibility.text();
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static @Nullable HiringOrganization organization(@Nullable Organization organization) {
        return organization == null
                ? null
                : new HiringOrganization("Organization", organization.name(), organization.url());
    }

    private static @Nullable Place place(@Nullable Location location) {
        if (location == null) {
            return null;
        }
        return new Place(
                "Place",
                new PostalAddress(
                        "PostalAddress",
                        location.street(),
                        location.city(),
                        location.region(),
                        location.postalCode(),
                        location.country()));
    }

    private static @Nullable MonetaryAmount salary(@Nullable Salary salary) {
        if (salary == null) {
            return null;
        }
        boolean range = salary.max() != null;
        return new MonetaryAmount(
                "MonetaryAmount",
                salary.currency(),
                new QuantitativeValue(
                        "QuantitativeValue",
                        range ? null : salary.min(),
                        range ? salary.min() : null,
                        salary.max(),
                        salary.per()));
    }
}
