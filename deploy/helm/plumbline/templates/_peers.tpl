{{/* Peers of network policies. */}}

{{- define "plumbline.namespacePeer" -}}
namespaceSelector:
  matchLabels: {kubernetes.io/metadata.name: {{ . }}}
{{- end }}

{{/* Everything that is not the cluster's, or another private network's. */}}
{{- define "plumbline.publicInternet" -}}
- ipBlock: {cidr: 0.0.0.0/0, except: {{ toJson .Values.networkPolicy.privateRanges.v4 }}}
- ipBlock: {cidr: "::/0", except: {{ toJson .Values.networkPolicy.privateRanges.v6 }}}
{{- end }}

{{/* The peers that a setting names, the public internet otherwise. */}}
{{- define "plumbline.peersOf" -}}
{{- if .flow.to }}{{ toYaml .flow.to }}{{ else }}{{ include "plumbline.publicInternet" .root }}{{ end -}}
{{- end }}

{{- define "plumbline.policyHead" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .policy }}
  labels: {{- include "plumbline.labels" .root | nindent 4 }}
{{- end }}

{{- define "plumbline.apiServer" -}}
{{- $server := .Values.networkPolicy.apiServer -}}
- to:
    {{- range $server.cidrs }}
    - ipBlock: {cidr: {{ . | quote }}}
    {{- end }}
  ports:
    {{- range $server.ports }}
    - {port: {{ . }}, protocol: TCP}
    {{- end }}
{{- end }}
