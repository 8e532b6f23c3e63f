{{/* Parts of what operators make pods of. */}}

{{- define "plumbline.operatedPodSecurity" -}}
runAsNonRoot: true
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "plumbline.operatedContainerSecurity" -}}
allowPrivilegeEscalation: false
runAsNonRoot: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "plumbline.certificate" -}}
type: tls
validityDays: {{ .Values.kafka.strimzi.certificateDays }}
renewalDays: {{ .Values.kafka.strimzi.renewalDays }}
{{- end }}

{{/* Who may connect to Kafka: the services, KEDA where it reads lags, and operators where they have a user. */}}
{{- define "plumbline.kafkaClients" -}}
{{- $lag := false -}}
{{- range $name, $facts := include "plumbline.services" . | fromYaml }}
- podSelector:
    matchLabels: {{- include "plumbline.selector" (dict "root" $ "name" $name) | nindent 6 }}
{{- $settings := include "plumbline.settings" (dict "root" $ "name" $name) | fromYaml }}
{{- if and $settings.autoscaling.enabled $settings.autoscaling.lag.enabled }}{{ $lag = true }}{{ end }}
{{- end }}
{{- if $lag }}
- namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: {{ .Values.networkPolicy.kedaNamespace }}}
{{- end }}
{{- if .Values.kafka.operators.enabled }}
- podSelector:
    matchLabels: {{- include "plumbline.operatorsSelector" . | nindent 6 }}
{{- end }}
{{- end }}
