{{/* The public part of a service: /v1 alone, neither health nor metrics. A prefix is taken off. */}}
{{- define "plumbline.route" -}}
{{- $byPrefix := ne .root.Values.public.host "" -}}
- matches:
    - path: {type: PathPrefix, value: {{ ternary (printf "/%s/v1" .name) "/v1" $byPrefix }}}
  {{- if $byPrefix }}
  filters:
    - type: URLRewrite
      urlRewrite:
        path: {type: ReplacePrefixMatch, replacePrefixMatch: /v1}
  {{- end }}
  backendRefs:
    - {name: {{ include "plumbline.serviceName" . }}, port: {{ .port }}}
  # Event streams stay open, and exports of a million rows take their time.
  timeouts: {request: 0s}
{{- end }}
