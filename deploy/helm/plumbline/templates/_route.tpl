{{/*
The public part of a service: /v1, and what stands beside it on purpose (publicPaths); neither health nor metrics. A prefix
is taken off.
*/}}
{{- define "plumbline.route" -}}
{{- $prefix := ternary (printf "/%s" .name) "" (ne .root.Values.public.host "") -}}
- matches:
    - path: {type: PathPrefix, value: {{ $prefix }}/v1}
  {{- if $prefix }}
  filters:
    - type: URLRewrite
      urlRewrite:
        path: {type: ReplacePrefixMatch, replacePrefixMatch: /v1}
  {{- end }}
  {{- include "plumbline.routedTo" . | nindent 2 }}
{{- range $path := .facts.publicPaths }}
- matches:
    - path: {type: Exact, value: {{ $prefix }}{{ $path }}}
  {{- if $prefix }}
  filters:
    - type: URLRewrite
      urlRewrite:
        path: {type: ReplaceFullPath, replaceFullPath: {{ $path }}}
  {{- end }}
  {{- include "plumbline.routedTo" $ | nindent 2 }}
{{- end }}
{{- end }}

{{- define "plumbline.routedTo" -}}
backendRefs:
  - {name: {{ include "plumbline.serviceName" . }}, port: {{ .facts.port }}}
# Event streams stay open, and exports of a million rows take their time.
timeouts: {request: 0s}
{{- end }}
