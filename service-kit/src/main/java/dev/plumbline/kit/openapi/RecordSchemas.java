package dev.plumbline.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says in the OpenAPI document which members of a body are always there and which may be null, as the records that they
 * are made of say it themselves: a component is optional if it is {@code @Nullable}. A request may leave such a member
 * out; an answer has it with the value null, unless its record leaves out what is null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class RecordSchemas implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName NAMED =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");

    private final Map<String, List<ClassInfo>> records = new HashMap<>();
    private final IndexView index;

    /** @param index the application's classes */
    public RecordSchemas(IndexView index) {
        this.index = index;
        Set<DotName> seen = new HashSet<>();
        for (ClassInfo type : index.getKnownClasses()) {
            // An index of several jars tells some classes twice; what is sent and answered lies at the edge.
            boolean isAtTheEdge = !type.name().toString().contains(".domain.");
            if (type.isRecord() && isAtTheEdge && seen.add(type.name())) {
                records.computeIfAbsent(name(type), name -> new ArrayList<>(1)).add(type);
            }
        }
    }

    private static String name(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(NAMED);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> asked = SchemaUse.ofRequests(document);
        new TreeMap<>(schemas)
                .forEach((name, schema) -> record(name, schema).ifPresent(type -> {
                    boolean isAnswer = !asked.contains(name);
                    describe(schema, type, isAnswer);
                }));
    }

    /** The one record that has just the members of the schema. */
    private Optional<ClassInfo> record(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        Set<String> members = schema.getProperties().keySet();
        List<ClassInfo> candidates = records.getOrDefault(name, List.of()).stream()
                .filter(type -> members(type).stream()
                        .map(Member::name)
                        .collect(Collectors.toSet())
                        .equals(members))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    /**
     * A member of a JSON object.
     *
     * @param leftOut whether an answer leaves it out where it is null
     */
    private record Member(String name, boolean nullable, boolean leftOut) {}

    /** In the order in which they are declared and shown; those of a component that is unwrapped in its place. */
    private List<Member> members(ClassInfo type) {
        boolean leavesOut = type.hasDeclaredAnnotation(INCLUDE);
        List<Member> members = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            // Jackson's annotations are for fields and methods: the compiler puts them there, not on the component.
            FieldInfo field = type.field(component.name());
            ClassInfo unwrapped = field.hasAnnotation(UNWRAPPED)
                    ? index.getClassByName(component.type().name())
                    : null;
            if (unwrapped != null) {
                members.addAll(members(unwrapped));
            } else {
                members.add(new Member(
                        component.name(),
                        component.type().hasAnnotation(NULLABLE),
                        leavesOut || field.hasAnnotation(INCLUDE)));
            }
        }
        return members;
    }

    private void describe(Schema schema, ClassInfo type, boolean isAnswer) {
        List<String> required = new ArrayList<>();
        Map<String, Schema> described = new HashMap<>(schema.getProperties());
        for (Member member : members(type)) {
            boolean isLeftOut = member.nullable() && (!isAnswer || member.leftOut());
            if (!isLeftOut) {
                required.add(member.name());
            }
            if (member.nullable() && isAnswer && !isLeftOut) {
                schema.addProperty(member.name(), orNull(Objects.requireNonNull(described.get(member.name()))));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null) {
            return schema.getType() == null ? schema : schema.addType(Schema.SchemaType.NULL);
        }
        Schema referred = OASFactory.createSchema().ref(schema.getRef());
        Schema none = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        return OASFactory.createSchema()
                .description(schema.getDescription())
                .addAnyOf(referred)
                .addAnyOf(none);
    }
}
