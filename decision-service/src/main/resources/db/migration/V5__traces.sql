-- W3C Trace Context of what brought a row, so that what comes of it later is of the same trace; null where it came with none.
alter table rubric add column traceparent text;
alter table webhook_delivery add column traceparent text;
