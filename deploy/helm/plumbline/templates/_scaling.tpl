{{/* Up at once, down slowly: each change moves partitions from consumer to consumer. */}}
{{- define "plumbline.scalingBehavior" -}}
scaleUp:
  stabilizationWindowSeconds: 0
  policies:
    - {type: Pods, value: 2, periodSeconds: 60}
scaleDown:
  stabilizationWindowSeconds: 600
  policies:
    - {type: Pods, value: 1, periodSeconds: 120}
{{- end }}

{{- define "plumbline.scaledObject" -}}
{{- $scaling := .settings.autoscaling -}}
{{- $protocol := include "plumbline.securityProtocol" .root }}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ include "plumbline.serviceName" . }}
  labels: {{- include "plumbline.serviceLabels" . | nindent 4 }}
spec:
  scaleTargetRef:
    name: {{ include "plumbline.serviceName" . }}
  minReplicaCount: {{ $scaling.minReplicas }}
  maxReplicaCount: {{ $scaling.maxReplicas }}
  pollingInterval: 15
  # Where Kafka is away no lag is known: as many as there are now.
  fallback: {failureThreshold: 4, replicas: {{ $scaling.minReplicas }}, behavior: currentReplicasIfHigher}
  advanced:
    horizontalPodAutoscalerConfig:
      behavior: {{- include "plumbline.scalingBehavior" . | nindent 8 }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata: {value: {{ $scaling.cpu | quote }}}
    {{- range .facts.lagOf }}
    - type: kafka
      name: {{ . }}
      metadata:
        bootstrapServers: {{ include "plumbline.bootstrapServers" $.root | quote }}
        consumerGroup: {{ . }}
        lagThreshold: {{ $scaling.lag.threshold | quote }}
        offsetResetPolicy: earliest
        # A partition on which nothing moves is a fault, which more consumers do not mend.
        excludePersistentLag: "true"
        {{- if eq $protocol "SASL_SSL" }}
        sasl: {{ get (dict "SCRAM-SHA-512" "scram_sha512" "SCRAM-SHA-256" "scram_sha256" "PLAIN" "plaintext") $.root.Values.kafka.existing.saslMechanism }}
        {{- end }}
        {{- if ne $protocol "PLAINTEXT" }}
        tls: enable
        {{- end }}
      {{- if ne $protocol "PLAINTEXT" }}
      authenticationRef:
        name: {{ $.root.Release.Name }}-lag
      {{- end }}
    {{- end }}
{{- if ne $protocol "PLAINTEXT" }}
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ .root.Release.Name }}-lag
  labels: {{- include "plumbline.labels" .root | nindent 4 }}
spec:
  secretTargetRef:
    {{- with include "plumbline.kafkaCaSecret" .root }}
    - {parameter: ca, name: {{ . }}, key: ca.crt}
    {{- end }}
    {{- if eq $protocol "SSL" }}
    {{- $secret := include "plumbline.lagSecret" .root }}
    - {parameter: cert, name: {{ $secret }}, key: user.crt}
    - {parameter: key, name: {{ $secret }}, key: user.key}
    {{- else }}
    {{- $secret := include "plumbline.lagSecret" .root }}
    - {parameter: username, name: {{ $secret }}, key: username}
    - {parameter: password, name: {{ $secret }}, key: password}
    {{- end }}
{{- end }}
{{- end }}

{{/* Who reads lags: a user of its own, which may see how far groups are and nothing else. */}}
{{- define "plumbline.lagSecret" -}}
{{- if eq .Values.kafka.mode "existing" -}}
{{ required "kafka.existing.clientSecrets.lag is missing: KEDA reads lags with it" (get .Values.kafka.existing.clientSecrets "lag") }}
{{- else -}}
{{ .Release.Name }}-lag
{{- end -}}
{{- end }}
