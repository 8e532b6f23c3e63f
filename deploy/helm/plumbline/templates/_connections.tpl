{{/* How a service finds its database and Kafka, as environment variables; how it logs in there lies in files. */}}

{{- define "plumbline.jdbcUrl" -}}
{{- $postgres := .root.Values.postgres -}}
{{- if eq $postgres.mode "existing" -}}
{{- $database := get $postgres.existing.databases .name -}}
jdbc:postgresql://{{ $database.host }}:{{ $database.port | default 5432 }}/{{ $database.database }}?sslmode={{ $postgres.existing.sslMode }}
{{- if $postgres.existing.caSecret }}&sslrootcert=/etc/plumbline/database-ca/ca.crt{{ end }}
{{- else -}}
jdbc:postgresql://{{ include "plumbline.databaseName" . }}-rw:5432/{{ .name }}?sslmode=verify-full&sslrootcert=/etc/plumbline/database-ca/ca.crt
{{- end -}}
{{- end }}

{{- define "plumbline.databaseCaSecret" -}}
{{- if eq .root.Values.postgres.mode "existing" -}}
{{ .root.Values.postgres.existing.caSecret }}
{{- else -}}
{{ include "plumbline.databaseName" . }}-ca
{{- end -}}
{{- end }}

{{- define "plumbline.bootstrapServers" -}}
{{- if eq .Values.kafka.mode "existing" -}}
{{ .Values.kafka.existing.bootstrapServers }}
{{- else -}}
{{ include "plumbline.kafkaName" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- end -}}
{{- end }}

{{- define "plumbline.securityProtocol" -}}
{{- if eq .Values.kafka.mode "existing" }}{{ .Values.kafka.existing.securityProtocol }}{{ else }}SSL{{ end -}}
{{- end }}

{{- define "plumbline.kafkaCaSecret" -}}
{{- if eq .Values.kafka.mode "existing" }}{{ .Values.kafka.existing.caSecret }}{{ else }}{{ include "plumbline.kafkaName" . }}-cluster-ca-cert{{ end -}}
{{- end }}

{{- define "plumbline.kafkaEnvironment" -}}
{{- $kafka := .Values.kafka -}}
{{- $protocol := include "plumbline.securityProtocol" . -}}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: {{ include "plumbline.bootstrapServers" . | quote }}}
- {name: KAFKA_SECURITY_PROTOCOL, value: {{ $protocol }}}
{{- if and (ne $protocol "PLAINTEXT") (include "plumbline.kafkaCaSecret" .) }}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
{{- end }}
{{- if eq $protocol "SSL" }}
- {name: KAFKA_SSL_KEYSTORE_TYPE, value: PEM}
{{- end }}
{{- if eq $protocol "SASL_SSL" }}
- {name: KAFKA_SASL_MECHANISM, value: {{ $kafka.existing.saslMechanism }}}
{{- end }}
{{- if and (eq $kafka.mode "existing") $kafka.existing.createTopics }}
- {name: PLUMBLINE_TOPICS_PARTITIONS, value: {{ $kafka.partitions | quote }}}
- {name: PLUMBLINE_TOPICS_REPLICATION_FACTOR, value: {{ $kafka.replicas | quote }}}
{{- else }}
# The topics are made outside of the services, which may not.
- {name: PLUMBLINE_TOPICS_ENSURE, value: ""}
{{- end }}
{{- end }}

{{/* The sources of the folder of secrets: a file is a property of its name, whatever the secret calls it. */}}
{{- define "plumbline.secretSources" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $protocol := include "plumbline.securityProtocol" .root -}}
- secret:
    name: {{ include "plumbline.databaseSecret" . }}
    items:
      - {key: username, path: quarkus.datasource.username}
      - {key: password, path: quarkus.datasource.password}
{{- if and (ne $protocol "PLAINTEXT") (include "plumbline.kafkaCaSecret" .root) }}
- secret:
    name: {{ include "plumbline.kafkaCaSecret" .root }}
    items:
      - {key: ca.crt, path: kafka.ssl.truststore.certificates}
{{- end }}
{{- if eq $protocol "SSL" }}
- secret:
    name: {{ include "plumbline.kafkaClientSecret" . }}
    items:
      - {key: user.crt, path: kafka.ssl.keystore.certificate.chain}
      - {key: user.key, path: kafka.ssl.keystore.key}
{{- else if eq $protocol "SASL_SSL" }}
- secret:
    name: {{ include "plumbline.kafkaClientSecret" . }}
    items:
      - {key: sasl.jaas.config, path: kafka.sasl.jaas.config}
{{- end }}
{{- range $key, $property := dig "keys" "required" dict .facts }}
- secret:
    name: {{ $.settings.keysSecret }}
    items:
      - {key: {{ $key }}, path: {{ $property }}}
{{- end }}
{{- range $key, $property := dig "keys" "optional" dict .facts }}
- secret:
    name: {{ $.settings.keysSecret }}
    optional: true
    items:
      - {key: {{ $key }}, path: {{ $property }}}
{{- end }}
{{- end }}

{{- define "plumbline.databaseSecret" -}}
{{- if eq .root.Values.postgres.mode "existing" -}}
{{ (get .root.Values.postgres.existing.databases .name).secret }}
{{- else -}}
{{ include "plumbline.databaseName" . }}-app
{{- end -}}
{{- end }}

{{- define "plumbline.kafkaClientSecret" -}}
{{- if eq .root.Values.kafka.mode "existing" -}}
{{ get .root.Values.kafka.existing.clientSecrets .name }}
{{- else -}}
{{ include "plumbline.serviceName" . }}
{{- end -}}
{{- end }}
