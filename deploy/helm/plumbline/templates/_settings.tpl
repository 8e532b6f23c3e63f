{{/* A service's settings: its own before the defaults. */}}
{{- define "plumbline.settings" -}}
{{- $own := get .root.Values.services .name | default dict -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) $own | toYaml -}}
{{- end }}

{{/* What the chart knows of all services, by name. */}}
{{- define "plumbline.services" -}}
{{- .Files.Get "files/services.yaml" -}}
{{- end }}

{{/* The most instances of a service at once, one more during an upgrade. */}}
{{- define "plumbline.mostInstances" -}}
{{- if .autoscaling.enabled }}{{ add .autoscaling.maxReplicas 1 }}{{ else }}{{ add .replicas 1 }}{{ end -}}
{{- end }}

{{/* Settings that each are valid and do not go together. */}}
{{- define "plumbline.check" -}}
{{- $values := .Values -}}
{{- if and $values.public.host $values.public.hosts -}}
{{- fail "public.host and public.hosts exclude each other: one host by prefix, or four hosts" -}}
{{- end -}}
{{- if not (or $values.public.host $values.public.hosts) -}}
{{- fail "public.host (one host by prefix) or public.hosts (four hosts) is needed: links in invitations and calendar entries lead there" -}}
{{- end -}}
{{- $services := include "plumbline.services" . | fromYaml -}}
{{- if $values.public.hosts -}}
{{- range $name := keys $services | sortAlpha -}}
{{- if not (get $values.public.hosts $name) -}}{{- fail (printf "public.hosts.%s is missing" $name) -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $values.gateway.enabled $values.gateway.create -}}
{{- if not (and $values.gateway.className $values.gateway.certificateSecret) -}}
{{- fail "gateway.create needs gateway.className and gateway.certificateSecret" -}}
{{- end -}}
{{- else if and $values.gateway.enabled (not $values.gateway.parent.name) -}}
{{- fail "gateway.parent.name is missing: the Gateway that routes are attached to; or gateway.create, or gateway.enabled: false" -}}
{{- end -}}
{{- include "plumbline.checkKafka" . -}}
{{- include "plumbline.checkPostgres" . -}}
{{- range $name, $facts := $services -}}
{{- $settings := include "plumbline.settings" (dict "root" $ "name" $name) | fromYaml -}}
{{- if gt (int $settings.autoscaling.minReplicas) (int $settings.autoscaling.maxReplicas) -}}
{{- fail (printf "%s-service: autoscaling.minReplicas is more than maxReplicas" $name) -}}
{{- end -}}
{{- if and $settings.autoscaling.lag.enabled (not $facts.lagOf) -}}
{{- fail (printf "%s-service: autoscaling.lag is for services whose work comes off topics (decision)" $name) -}}
{{- end -}}
{{- $most := ternary $settings.autoscaling.maxReplicas $settings.replicas $settings.autoscaling.enabled | int -}}
{{- /* One whose consumers have some of the partitions is of use; one that has none is not. */ -}}
{{- if gt (mul (sub $most 1) (default 0 $facts.consumers)) (sub (int $.Values.kafka.partitions) 1) -}}
{{- fail (printf "%s-service: %d instances with %d consumers each are more than the %d partitions (kafka.partitions) need: one of them would have nothing to do" $name $most (int $facts.consumers) (int $.Values.kafka.partitions)) -}}
{{- end -}}
{{- if le (int $settings.shutdown.grace) (int (add $settings.shutdown.preStop $settings.shutdown.requests 10)) -}}
{{- fail (printf "%s-service: shutdown.grace has to be more than preStop + requests + 10 seconds for consumers and relay" $name) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "plumbline.checkKafka" -}}
{{- $kafka := .Values.kafka -}}
{{- if gt (int $kafka.minInSyncReplicas) (int $kafka.replicas) -}}
{{- fail "kafka.minInSyncReplicas is more than kafka.replicas: nothing could be published" -}}
{{- end -}}
{{- if eq $kafka.mode "strimzi" -}}
{{- if gt (int $kafka.replicas) (int $kafka.strimzi.nodes) -}}
{{- fail "kafka.replicas is more than kafka.strimzi.nodes" -}}
{{- end -}}
{{- else -}}
{{- if $kafka.operators.enabled -}}
{{- fail "kafka.operators is for kafka.mode strimzi: who runs the existing cluster gives people their rights" -}}
{{- end -}}
{{- if not $kafka.existing.bootstrapServers -}}{{- fail "kafka.existing.bootstrapServers is missing" -}}{{- end -}}
{{- range $name := keys (include "plumbline.services" . | fromYaml) | sortAlpha -}}
{{- if and (ne $kafka.existing.securityProtocol "PLAINTEXT") (not (get $kafka.existing.clientSecrets $name)) -}}
{{- fail (printf "kafka.existing.clientSecrets.%s is missing" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "plumbline.checkPostgres" -}}
{{- $existing := .Values.postgres.existing -}}
{{- if eq .Values.postgres.mode "existing" -}}
{{- if and (hasPrefix "verify" $existing.sslMode) (not $existing.caSecret) -}}
{{- fail (printf "postgres.existing.caSecret is missing: sslMode %s checks the servers with it" $existing.sslMode) -}}
{{- end -}}
{{- range $name := keys (include "plumbline.services" . | fromYaml) | sortAlpha -}}
{{- if not (get $existing.databases $name) -}}{{- fail (printf "postgres.existing.databases.%s is missing" $name) -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
