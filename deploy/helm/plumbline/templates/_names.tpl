{{/* Names. The parts are <release>-<service>-service, <release>-<service>-db, <release>-kafka. */}}

{{- define "plumbline.serviceName" -}}
{{ .root.Release.Name }}-{{ .name }}-service
{{- end }}

{{- define "plumbline.databaseName" -}}
{{ .root.Release.Name }}-{{ .name }}-db
{{- end }}

{{- define "plumbline.kafkaName" -}}
{{ .Release.Name }}-kafka
{{- end }}

{{/* What a selector selects by: never changed. */}}
{{- define "plumbline.selector" -}}
app.kubernetes.io/name: {{ .name }}-service
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* The pods from which people work on topics and groups; they make them themselves. */}}
{{- define "plumbline.operatorsSelector" -}}
app.kubernetes.io/name: operators
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Of everything that belongs to the release. */}}
{{- define "plumbline.labels" -}}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: plumbline
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* Of what belongs to one service. */}}
{{- define "plumbline.serviceLabels" -}}
app.kubernetes.io/name: {{ .name }}-service
{{ include "plumbline.labels" .root }}
{{- end }}

{{- define "plumbline.image" -}}
{{- $image := .root.Values.image -}}
{{- $digest := get $image.digests .name -}}
{{- if $digest -}}
{{ $image.registry }}/{{ .name }}-service@{{ $digest }}
{{- else -}}
{{ $image.registry }}/{{ .name }}-service:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* Where the world reaches a service. */}}
{{- define "plumbline.publicUrl" -}}
{{- $public := .root.Values.public -}}
{{- if $public.host -}}
https://{{ $public.host }}/{{ .name }}
{{- else -}}
https://{{ get $public.hosts .name }}
{{- end -}}
{{- end }}
