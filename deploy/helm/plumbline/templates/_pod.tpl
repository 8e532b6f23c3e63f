{{- define "plumbline.podSpec" -}}
serviceAccountName: {{ include "plumbline.serviceName" . }}
automountServiceAccountToken: false
# A Service called kafka would bring KAFKA_PORT along, which reads like a setting of Kafka's client.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
terminationGracePeriodSeconds: {{ .settings.shutdown.grace }}
topologySpreadConstraints:
  {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "plumbline.selector" $ | nindent 8 }}
    # The old instances of an upgrade do not count.
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- with .settings.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .settings.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
containers:
  - name: {{ .name }}-service
    image: {{ include "plumbline.image" . }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    securityContext:
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      runAsNonRoot: true
      capabilities: {drop: [ALL]}
      seccompProfile: {type: RuntimeDefault}
    ports:
      - {name: http, containerPort: {{ .facts.port }}, protocol: TCP}
    env: {{- include "plumbline.environment" . | nindent 6 }}
    resources: {{- toYaml .settings.resources | nindent 6 }}
    {{- include "plumbline.probes" . | nindent 4 }}
    lifecycle:
      # Meanwhile proxies take it off their lists, and it still answers.
      preStop: {sleep: {seconds: {{ .settings.shutdown.preStop }}}}
    volumeMounts:
      - {name: secrets, mountPath: /etc/plumbline/secrets, readOnly: true}
      {{- if include "plumbline.databaseCaSecret" . }}
      - {name: database-ca, mountPath: /etc/plumbline/database-ca, readOnly: true}
      {{- end }}
      - {name: temporary, mountPath: /tmp}
volumes:
  - name: secrets
    projected:
      defaultMode: 0440
      sources: {{- include "plumbline.secretSources" . | nindent 8 }}
  {{- with include "plumbline.databaseCaSecret" . }}
  - name: database-ca
    secret:
      secretName: {{ . }}
      defaultMode: 0440
      items:
        - {key: ca.crt, path: ca.crt}
  {{- end }}
  - name: temporary
    emptyDir: {sizeLimit: {{ .settings.temporarySpace }}}
{{- end }}

{{/* Ready is who has its database. Kafka may be away: what is accepted then waits in the outbox (/q/health/well tells). */}}
{{- define "plumbline.probes" -}}
startupProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 2
  timeoutSeconds: 2
  # Migrations of a large database take their time, and a provider of tokens that is away is waited for a minute.
  failureThreshold: 150
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 3
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}

{{- define "plumbline.environment" -}}
{{- $oidc := .root.Values.oidc -}}
- {name: JAVA_TOOL_OPTIONS, value: {{ .settings.javaOptions | quote }}}
- {name: QUARKUS_HTTP_PORT, value: {{ .facts.port | quote }}}
- {name: QUARKUS_SHUTDOWN_TIMEOUT, value: {{ printf "%dS" (int .settings.shutdown.requests) | quote }}}
{{- if .root.Values.public.host }}
# The prefix that the route takes off: links have it.
- {name: PLUMBLINE_REST_PUBLIC_PATH, value: /{{ .name }}}
{{- end }}
- {name: QUARKUS_OIDC_AUTH_SERVER_URL, value: {{ $oidc.authServerUrl | quote }}}
- {name: QUARKUS_OIDC_TOKEN_AUDIENCE, value: {{ $oidc.audience | quote }}}
- {name: QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH, value: {{ $oidc.rolesClaim | quote }}}
- {name: QUARKUS_DATASOURCE_JDBC_URL, value: {{ include "plumbline.jdbcUrl" . | quote }}}
- {name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE, value: {{ .settings.connections | quote }}}
{{ include "plumbline.kafkaEnvironment" .root }}
{{- with .facts.publicUrl }}
- {name: {{ . }}, value: {{ include "plumbline.publicUrl" $ | quote }}}
{{- end }}
{{- with .settings.calendarOrganizer }}
- {name: PLUMBLINE_INTERVIEWS_CALENDAR_ORGANIZER, value: {{ . | quote }}}
{{- end }}
{{- with .root.Values.tracing }}
{{- if .endpoint }}
- {name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ .endpoint | quote }}}
- {name: QUARKUS_OTEL_TRACES_SAMPLER_ARG, value: {{ .ratio | quote }}}
{{- end }}
{{- end }}
- {name: PLUMBLINE_SECRETS_FOLDER, value: /etc/plumbline/secrets}
{{- range $variable, $value := .settings.environment }}
- {name: {{ $variable }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}
