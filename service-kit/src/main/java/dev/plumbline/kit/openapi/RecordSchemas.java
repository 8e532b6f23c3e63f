package dev.plumbline.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
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

    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    /** @param index the application's classes */
    public RecordSchemas(IndexView index) {
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
                .filter(type -> new HashSet<>(names(type.recordComponents())).equals(members))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static List<String> names(Collection<RecordComponentInfo> components) {
        return components.stream().map(RecordComponentInfo::name).toList();
    }

    private static void describe(Schema schema, ClassInfo type, boolean isAnswer) {
        boolean leavesOut = type.hasDeclaredAnnotation(INCLUDE);
        List<String> required = new ArrayList<>();
        Map<String, Schema> members = new HashMap<>(schema.getProperties());
        // In the order in which they are declared and shown.
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            boolean isNullable = component.type().hasAnnotation(NULLABLE);
            boolean isLeftOut = isNullable && (!isAnswer || leavesOut || component.hasAnnotation(INCLUDE));
            if (!isLeftOut) {
                required.add(component.name());
            }
            if (isNullable && isAnswer && !isLeftOut) {
                schema.addProperty(component.name(), orNull(Objects.requireNonNull(members.get(component.name()))));
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
