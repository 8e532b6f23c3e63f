-- Digests of facts were taken over a form of their own and are taken over canonical JSON (RFC 8785) now. They cannot be
-- computed here, because the rest of the event is not kept: empty is one that is not known until the record is read again.
update rubric set fact_digest = '';
