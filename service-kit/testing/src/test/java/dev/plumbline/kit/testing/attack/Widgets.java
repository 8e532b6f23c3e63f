package dev.plumbline.kit.testing.attack;

/** A small OpenAPI document. */
final class Widgets {
    static final String PUT = "PUT /v1/widgets/{id}";
    static final ApiDocument DOCUMENT = new ApiDocument(Json.tree("""
            {"paths": {"/v1/widgets/{id}": {"put": {
               "parameters": [{"name": "id", "in": "path", "schema": {"$ref": "#/components/schemas/Id"}},
                 {"name": "If-Match", "in": "header", "schema": {"type": "string"}},
                 {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 500}}],
               "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Widget"}}}},
               "responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Widget"}}}},
                 "204": {"description": "nothing"},
                 "404": {"$ref": "#/components/responses/Problem"}}}}},
             "components": {
               "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Id": {"type": "string", "format": "uuid"},
                 "Problem": {"type": "object", "required": ["type", "status"],
                   "properties": {"type": {"type": "string"}, "status": {"type": "integer"}}},
                 "Widget": {"type": "object", "required": ["id", "name", "parts"],
                   "properties": {"id": {"$ref": "#/components/schemas/Id"},
                     "name": {"type": "string", "maxLength": 300},
                     "madeAt": {"type": ["string", "null"], "format": "date-time"},
                     "weight": {"type": "number", "minimum": 0, "maximum": 100},
                     "kind": {"enum": ["ROUND", "SQUARE"]},
                     "labels": {"type": "object", "additionalProperties": {"type": "integer"}},
                     "parts": {"type": "array", "minItems": 1, "maxItems": 2,
                       "items": {"anyOf": [{"$ref": "#/components/schemas/Id"}, {"type": "null"}]}}}}}}}"""));

    static final String WIDGET = """
            {"id": "0198c0de-0000-7000-8000-000000000001", "name": "one", "parts": [null]}""";

    private Widgets() {}

    static ApiOperation put() {
        return DOCUMENT.operation(PUT);
    }
}
