package dev.plumbline.helm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kubernetes' own kinds: fields that do not exist, are missing, or have another type are faults. */
final class KubernetesModels {
    private static final Map<String, Class<?>> MODELS = Map.of(
            "v1 ConfigMap", V1ConfigMap.class,
            "v1 Pod", V1Pod.class,
            "v1 Service", V1Service.class,
            "v1 ServiceAccount", V1ServiceAccount.class,
            "apps/v1 Deployment", V1Deployment.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class);

    static {
        // Its constructor is what makes the parser.
        new JSON();
    }

    private KubernetesModels() {}

    static boolean know(Manifest manifest) {
        return MODELS.containsKey(manifest.apiVersion() + " " + manifest.kind());
    }

    static List<String> faults(Manifest manifest) {
        Class<?> model = MODELS.get(manifest.apiVersion() + " " + manifest.kind());
        if (model == null) {
            return List.of("Kubernetes has no " + manifest.apiVersion() + " " + manifest.kind());
        }
        String json = manifest.json().toString();
        try {
            Object object = JSON.getGson().fromJson(json, model);
            List<String> faults = new ArrayList<>();
            // The parser takes "3" for 3, which the API server does not.
            compare("", JsonParser.parseString(json), JSON.getGson().toJsonTree(object), faults);
            return faults;
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static void compare(String at, JsonElement written, JsonElement read, List<String> faults) {
        if (written instanceof JsonObject object && read instanceof JsonObject other) {
            object.entrySet().stream()
                    .filter(entry -> !isEmptyObject(entry.getValue()))
                    .forEach(entry -> {
                        JsonElement value = other.get(entry.getKey());
                        if (value == null) {
                            faults.add(at + "/" + entry.getKey() + " is not read");
                        } else {
                            compare(at + "/" + entry.getKey(), entry.getValue(), value, faults);
                        }
                    });
        } else if (written.isJsonArray() && read.isJsonArray()) {
            for (int i = 0; i < written.getAsJsonArray().size(); i++) {
                compare(
                        at + "/" + i,
                        written.getAsJsonArray().get(i),
                        read.getAsJsonArray().get(i),
                        faults);
            }
        } else if (written instanceof JsonPrimitive primitive
                && read instanceof JsonPrimitive other
                && primitive.isString() != other.isString()) {
            faults.add(at + " is of another type: " + written);
        }
    }

    private static boolean isEmptyObject(JsonElement element) {
        return element instanceof JsonObject object && object.isEmpty();
    }
}
